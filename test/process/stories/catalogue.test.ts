import { describe, expect, test } from 'vitest';
import { localTime } from '#shared/domain/process/local-time.ts';
import type { Actor, Fields } from '#shared/domain/process/state.ts';
import { Company } from '../company.ts';
import { Story } from '../story.ts';

const person = (userId: string, ...roles: string[]): Actor => ({ userId, roles });

const ANNA = person('anna', 'manager');
const PAVEL = person('pavel', 'manager');
const HEAD = person('viktor', 'head');
const STORE = person('sklad', 'warehouse');
const ACCOUNTANT = person('buh', 'accountant');
const ADMIN = person('admin', 'admin');

/** A Monday. */
const aCompany = (): Company => new Company('catalogue', '2026-11-09T10:00');

const anOrder = (company: Company, fields: Fields = {}): Story => {
  const given = { number: '204', buyer: 'Кофейня', sum: 50_000_00, salesChannel: 'site', ...fields };
  return company.start('catalogue-order', { fields: given });
};

const inWork = (company: Company, fields: Fields = {}): Story => {
  const order = anOrder(company, fields);
  company.move(order, 'inWork', ANNA);
  return order;
};

const withHead = (company: Company): Story => {
  const order = inWork(company);
  company.move(order, 'awaitingApproval', ANNA, { discount: 25, discountReason: 'Постоянный клиент' });
  company.tell(order, { kind: 'changed', by: null, fields: { owner: 'viktor' } });
  return order;
};

const sub = (company: Company, code: string): Story => {
  const story = company.of(code).at(-1);
  if (story === undefined) throw new Error(`no ${code} has begun`);
  return story;
};

describe('catalogue: an order of the site', () => {
  test('arrives as new, and the managers are told', () => {
    const company = aCompany();
    const order = anOrder(company);
    expect(order.definition.stages.find(({ code }) => code === order.state.stage)?.title).toBe('Новый (сайт)');
    expect(company.did('notify')).toEqual(['manager: Новый заказ 204 с сайта']);
  });

  test('goes without payment in advance from work to the end', () => {
    const company = aCompany();
    const order = inWork(company);
    company.move(order, 'confirmed', ANNA);
    expect(order.state.stage).toBe('awaitingAssembly');
    const assembly = sub(company, 'catalogue-assembly');
    expect(company.did('notify').at(-1)).toBe('warehouse: Заказ 204 готов к сборке');
    expect(company.openTasks(assembly)).toEqual(['Сборка заказа – warehouse, 2026-11-09 18:00']);
    company.close(assembly, 'assemble', { by: STORE });
    expect(order.state.stage).toBe('assembled');
    expect(company.refusals(order, { kind: 'moveAsked', to: 'shipped', by: STORE })).toEqual([
      'Чтобы перейти на «Отгружен (сайт)», заполните: «Документ отгрузки».',
    ]);
    company.move(order, 'shipped', STORE, { shipmentDocument: 'upd-17' });
    company.move(order, 'completed', ANNA);
    expect(order.state.status).toBe('finished');
    expect(company.did('report')).toEqual(['Заказы в финальном положительном статусе']);
  });

  test('is not put together before every line is ticked', () => {
    const company = aCompany();
    company.move(inWork(company), 'confirmed', ANNA);
    const assembly = sub(company, 'catalogue-assembly');
    expect(company.refusals(assembly, assembly.closing('assemble', { by: STORE, isChecklistDone: false }))).toEqual([
      'В задаче «Сборка заказа» отмечены не все пункты.',
    ]);
  });

  test('is edited by its owner only', () => {
    const company = aCompany();
    const order = inWork(company);
    const move = { kind: 'moveAsked', to: 'cancelled', by: PAVEL, fields: { cancelReason: 'Передумал' } } as const;
    expect(company.refusals(order, move)).toEqual(['Перевести на «Отменен (сайт)» может: владелец.']);
    company.move(order, 'cancelled', ANNA, { cancelReason: 'Передумал' });
    expect(order.state.status).toBe('finished');
  });

  test('is changed by others only after the owner let it go: an import is not asked', () => {
    const company = aCompany();
    const order = inWork(company);
    const change = { kind: 'changed', by: PAVEL, fields: { deliveryAddress: 'Тверь' } } as const;
    expect(company.refusals(order, change)).toEqual(['На «В работе (сайт)» запись меняет: владелец.']);
    company.tell(order, { ...change, by: ANNA });
    company.tell(order, { ...change, by: null });
    expect(order.state.fields['deliveryAddress']).toBe('Тверь');
  });

  test('is created by people in its creation status only', () => {
    const order = new Story(anOrder(aCompany()).definition, localTime('2026-11-09T10:00'));
    const start = { kind: 'started', owner: 'anna', stage: 'shipped' } as const;
    expect(order.refusals({ ...start, by: ANNA }).map(({ message }) => message)).toEqual([
      'На «Отгружен (сайт)» записи не создают; создать можно на: «Новый (сайт)».',
    ]);
    expect(order.refusals({ ...start, by: null })).toEqual([]);
  });

  test('found in a status outside the process is flagged and not refused', () => {
    const company = aCompany();
    const order = anOrder(company);
    company.tell(order, { kind: 'movedOutside', to: 'shipped' });
    expect(order.state).toMatchObject({ stage: 'shipped', isOutside: true });
    expect(company.did('flag')).toEqual(['На «Отгружен (сайт)» перешли в обход процесса.']);
  });

  test('knows the four choices of statuses', () => {
    const { transitions } = anOrder(aCompany()).definition;
    expect(transitions.find(({ from }) => from === 'unselected')?.who).toEqual([{ role: ADMIN.roles[0] }]);
    expect(transitions.map(({ title }) => title).filter(Boolean)).toEqual([
      'Статус, с которого начинается этап',
      'Статус, в который документ может быть переведен',
      'Невыбранные статусы',
    ]);
  });
});

describe('catalogue: the discount', () => {
  test('up to the limit needs no approval, above it the way is closed', () => {
    const company = aCompany();
    const order = inWork(company, { discount: 11 });
    expect(company.refusals(order, { kind: 'moveAsked', to: 'confirmed', by: ANNA })).toEqual([
      'Переход на «Подтвержден (сайт)» откроется, когда: не заполнено «Скидка, %» или «Скидка, %» не больше «Предел скидки без согласования, %».',
    ]);
    company.change(order, { discount: 10 });
    company.move(order, 'confirmed', ANNA);
    expect(order.state.stage).toBe('awaitingAssembly');
  });

  test('goes to the head, who owns the order meanwhile', () => {
    const company = aCompany();
    const order = withHead(company);
    expect(order.state.owner).toBe('viktor');
    expect(company.openTasks(sub(company, 'catalogue-discount'))).toEqual([
      'Подтверждение заказа – head, 2026-11-09 14:00',
    ]);
    const change = { kind: 'changed', by: ANNA, fields: { discount: 5 } } as const;
    expect(company.refusals(order, change)).toEqual(['На «Ожидает подтверждения (сайт)» запись меняет: владелец.']);
    expect(company.refusals(order, { kind: 'moveAsked', to: 'inWork', by: ANNA })).toEqual([
      'Перевести на «В работе (сайт)» может: руководитель.',
    ]);
  });

  test('approved confirms the order and gives it back to the manager', () => {
    const company = aCompany();
    const order = withHead(company);
    company.close(sub(company, 'catalogue-discount'), 'approve', { result: 'approve', by: HEAD });
    expect(order.state).toMatchObject({ stage: 'awaitingAssembly', owner: 'anna' });
  });

  test('approved with another size confirms it with that size', () => {
    const company = aCompany();
    const order = withHead(company);
    const fields = { discount: 15, headComment: 'Не больше 15' };
    company.close(sub(company, 'catalogue-discount'), 'approve', { result: 'changes', by: HEAD, comment: 'x', fields });
    expect(order.state.fields['discount']).toBe(15);
  });

  test('rejected returns the order to work with the comment of the head', () => {
    const company = aCompany();
    const order = withHead(company);
    const check = sub(company, 'catalogue-discount');
    expect(company.refusals(check, check.closing('approve', { result: 'reject', by: HEAD }))).toEqual([
      'Для итога «Отклонить» напишите комментарий.',
    ]);
    const fields = { headComment: 'Слишком много' };
    company.close(check, 'approve', { result: 'reject', by: HEAD, comment: 'Слишком много', fields });
    expect(order.state).toMatchObject({ stage: 'inWork', owner: 'anna', fields: { headComment: 'Слишком много' } });
  });

  test('decided by the head on the board ends the approval', () => {
    const company = aCompany();
    const order = withHead(company);
    company.move(order, 'inWork', HEAD);
    expect(sub(company, 'catalogue-discount').state.status).toBe('finished');
    expect(order.state.owner).toBe('anna');
  });
});

describe('catalogue: a proposal', () => {
  test('is checked by the head and comes back to its owner with the decision', () => {
    const company = aCompany();
    const fields = { documentKind: 'offer', buyer: 'Кофейня' };
    const proposal = company.start('catalogue-proposal', { by: ANNA, fields });
    company.move(proposal, 'awaitingApproval', ANNA);
    expect(company.did('document')).toEqual(['offer']);
    expect(company.openTasks(proposal)).toEqual(['Проверка коммерческого предложения – head, 2026-11-09 14:00']);
    company.tell(proposal, { kind: 'changed', by: null, fields: { owner: 'viktor', headComment: 'Срок?' } });
    company.close(proposal, 'check', { result: 'reject', by: HEAD, comment: 'Срок?' });
    expect(proposal.state).toMatchObject({ stage: 'inWork', owner: 'anna' });
    expect(company.did('notify')).toEqual(['anna: Документ проверен. Срок?']);
    company.move(proposal, 'awaitingApproval', ANNA);
    company.close(proposal, 'check', { result: 'approve', by: HEAD });
    expect(proposal.state.stage).toBe('confirmed');
    expect(company.did('document')).toEqual(['offer', 'offer']);
  });
});

const short = (company: Company, isPartial: boolean): Story => {
  const order = inWork(company);
  company.move(order, 'awaitingGoods', ANNA, { missingLines: ['Чашка, 5 шт'], isPartial });
  return order;
};

describe('catalogue: the goods', () => {
  test('are asked about in the warehouse, and the answer is written into the order', () => {
    const company = aCompany();
    const order = inWork(company);
    const asked = company.start('catalogue-availability', { by: ANNA, parent: order, fields: { number: '204' } });
    expect(company.openTasks(asked)).toEqual(['Уточнение наличия товара – warehouse, 2026-11-09 12:00']);
    const fields = { missingLines: ['Чашка, 5 шт'] };
    company.close(asked, 'clarify', { result: 'missing', by: STORE, comment: 'Нет чашек', fields });
    expect(order.state.fields).toMatchObject({ availability: 'не хватает товара', missingLines: ['Чашка, 5 шт'] });
    expect(company.did('notify').at(-1)).toBe('anna: Наличие по заказу 204 уточнено: не хватает товара');
  });

  test('that are missing are ordered from the supplier, and the buyer is told', () => {
    const company = aCompany();
    const order = short(company, false);
    expect(company.did('create')).toEqual(['supplierOrder']);
    expect(company.did('message')).toEqual([
      'client: По вашему заказу 204 ждём поступления товара. Сообщим, когда он приедет.',
    ]);
    expect(order.state.stage).toBe('awaitingGoods');
    company.close(sub(company, 'catalogue-missing-goods'), 'receive', { result: 'arrived', by: STORE });
    expect(order.state.stage).toBe('inWork');
  });

  test('are ordered by a paper as soon as somebody says from whom, once', () => {
    const company = aCompany();
    short(company, false);
    const missing = sub(company, 'catalogue-missing-goods');
    expect(company.openTasks(missing).map((task) => task.split(' – ')[0])).toEqual([
      'Принять недостающие товары',
      'Выбрать поставщика',
    ]);
    expect(company.did('document')).toEqual([]);
    const refused = company.refusals(missing, missing.closing('choose-supplier', {}));
    expect(refused).toEqual(['Чтобы закрыть «Выбрать поставщика», заполните: «Поставщик», «Ожидаемая дата».']);
    const fields = { supplier: 'ООО «Посуда»', expectedDate: '2026-11-16' };
    company.close(missing, 'choose-supplier', { by: ANNA, fields });
    expect(company.did('document')).toEqual(['supplier-order']);
    company.tell(missing, { kind: 'changed', by: null, fields: { expectedDate: '2026-11-18' } });
    expect(company.did('document')).toEqual(['supplier-order']);
  });

  test('may be split off: the rest of the order goes on', () => {
    const company = aCompany();
    const order = short(company, true);
    expect(order.state.stage).toBe('inWork');
    expect(sub(company, 'catalogue-missing-goods').state.stage).toBe('ordered');
  });

  test('that never come let the owner cancel', () => {
    const company = aCompany();
    const order = short(company, false);
    const receive = sub(company, 'catalogue-missing-goods');
    company.close(receive, 'receive', { result: 'never', by: STORE, comment: 'Снят с производства' });
    expect(company.did('notify').at(-1)).toMatch(/^anna: Товар по заказу 204 не поступит/u);
    company.move(order, 'cancelled', ANNA, { cancelReason: 'Нет товара' });
    expect(order.state.status).toBe('finished');
  });
});

const unpaid = (company: Company): { order: Story; payment: Story } => {
  const order = inWork(company, { isPaymentFirst: true });
  company.move(order, 'confirmed', ANNA);
  return { order, payment: sub(company, 'catalogue-payment') };
};

describe('catalogue: the payment', () => {
  test('is asked for by an invoice, and the accountant checks it in three days', () => {
    const company = aCompany();
    const { order, payment } = unpaid(company);
    expect(order.state.stage).toBe('confirmed');
    expect(company.did('document')).toEqual(['invoice']);
    expect(company.did('create')).toEqual(['customerInvoice']);
    expect(company.did('message')).toEqual(['client: Счёт по заказу 204 во вложении. Ждём оплату.']);
    expect(company.openTasks(payment)).toEqual(['Проверка поступления оплаты – accountant, 2026-11-12 10:00']);
  });

  test('unconfirmed keeps the order from assembly', () => {
    const company = aCompany();
    const { order, payment } = unpaid(company);
    const move = { kind: 'moveAsked', to: 'awaitingAssembly', by: ANNA } as const;
    expect(company.refusals(order, move)).toEqual([
      'Переход на «Ожидает сборки (сайт)» откроется, когда: не выполняется: «Сборка зависит от оплаты» – да или «Оплата подтверждена бухгалтером» – да.',
    ]);
    company.close(payment, 'check', { by: ACCOUNTANT });
    expect(order.state.stage).toBe('awaitingAssembly');
  });

  test('that does not come is reminded of twice, then the manager decides', () => {
    const company = aCompany();
    const { order, payment } = unpaid(company);
    company.until('2026-11-12T10:00');
    expect(company.did('notify').at(-1)).toBe('accountant: Проверьте оплату заказа 204: прошло 3 дня');
    company.until('2026-11-15T18:00');
    expect(company.did('notify', payment)).toHaveLength(1);
    company.until('2026-11-16T09:00');
    expect(company.openTasks(payment)).toContain('Нет оплаты: ждать или отменить заказ – manager, 2026-11-17 09:00');
    company.close(payment, 'decide', { result: 'cancel', by: ANNA });
    expect(order.state).toMatchObject({ stage: 'cancelled', fields: { cancelReason: 'Нет оплаты' } });
  });

  test('that came is confirmed by the accountant, and the reminders stop', () => {
    const company = aCompany();
    const { payment } = unpaid(company);
    company.change(payment, { paid: 50_000_00 });
    expect(company.did('notify').at(-1)).toBe('accountant: Поступила оплата заказа 204: подтвердите её');
    company.close(payment, 'check', { by: ACCOUNTANT });
    company.until('2026-11-30T10:00');
    expect(company.did('notify', payment)).toHaveLength(1);
  });
});
