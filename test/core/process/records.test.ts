import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused, unwrap } from '#test/helpers/a-core.ts';
import { aDealAtTheLawyer, anOffice, type Office } from './a-desk.ts';

let office: Office;

beforeEach(async () => {
  office = await anOffice();
});
afterEach(() => office.core.close());

const startWeek = (login: string) =>
  office.as(login).then((caller) =>
    caller.call('records.create', {
      commandId: office.id(),
      process: 'preliminary-orders',
      fields: { week: '2026-W48' },
    }),
  );

describe('a record', () => {
  test('is not moved without its fields: the refusal names them, and they may come with the next try', async () => {
    const manager = await office.as('petrov');
    const fields = { customer: 'Кафе', addedToWeek: true };
    const { instanceId: instance } = unwrap(
      await manager.call('records.create', { commandId: office.id(), process: 'meat-order', fields }),
    );
    const answer = refused(await manager.call('records.move', { commandId: office.id(), instance, to: 'confirmed' }));
    expect(answer).toMatchObject({
      code: 'process.refused',
      data: { refusals: [{ fields: ['shipDate', 'paymentType'] }] },
    });
    const asked = { shipDate: '2026-11-27', paymentType: 'prepaid' };
    const moved = unwrap(
      await manager.call('records.move', { commandId: office.id(), instance, to: 'confirmed', fields: asked }),
    );
    expect(moved).toMatchObject({ stage: 'confirmed', owner: 'Сотрудник petrov' });
  });

  test('says why it stands and what can be done about it', async () => {
    const { why, moves, tasks, sections } = await aDealAtTheLawyer(office);
    expect(why.sentence).toMatch(/^Ждём задачу «Подготовить договор для клиента», делает Юрист, срок /u);
    expect(why.action).toMatchObject({ kind: 'openTask', taskId: tasks[0]?.id });
    expect(moves.find(({ to }) => to === 'agreed-lawyer')?.refusals.length).toBeGreaterThan(0);
    const sum = sections.flatMap(({ fields }) => fields).find(({ code }) => code === 'sum');
    expect(sum).toMatchObject({ value: '10000.00', text: '10\u00A0000,00\u00A0₽' });
  });

  test('refuses a value that its field cannot hold, and a field that it does not have', async () => {
    const { instanceId: instance } = await aDealAtTheLawyer(office);
    const manager = await office.as('petrov');
    const set = (fields: Record<string, string>) =>
      manager.call('records.setFields', { commandId: office.id(), instance, fields });
    expect(refused(await set({ shipDate: '31.02.2026' })).code).toBe('field.invalid');
    expect(refused(await set({ paymentType: 'когда-нибудь' })).code).toBe('field.invalid');
    expect(refused(await set({ colour: 'синий' })).code).toBe('field.unknown');
    expect(refused(await set({ debt: '1.00' })).code).toBe('field.unknown');
  });

  test('stands on the board of its funnel with who holds it', async () => {
    await aDealAtTheLawyer(office);
    const board = unwrap(await office.admin.call('funnels.board', { process: 'meat-order' }));
    const column = board.columns.find(({ code }) => code === 'confirmed');
    expect(column).toMatchObject({ count: 1, cards: [{ title: '№\u00A031, Гастроном', sum: '10000.00' }] });
    expect(column?.cards[0]?.holders.map(({ name }) => name)).toEqual(['Юрист']);
    const control = unwrap(await office.admin.call('control.board', {}));
    expect(control.counts).toMatchObject({ running: 1, openTasks: 1, overdue: 0 });
  });

  test('is copied without its number and facts, and made into a record of another funnel with its values', async () => {
    const { instanceId } = await aDealAtTheLawyer(office);
    const manager = await office.as('petrov');
    const copy = unwrap(await manager.call('records.copy', { commandId: office.id(), instance: instanceId }));
    expect(copy).toMatchObject({ stage: 'preliminary', title: 'Гастроном' });
    const deal = unwrap(
      await manager.call('records.convert', { commandId: office.id(), instance: instanceId, process: 'souvenir-deal' }),
    );
    expect(deal).toMatchObject({ process: 'souvenir-deal', stage: 'new', parent: { instanceId } });
  });

  test('of a switched-off process cannot be begun, and running ones go on', async () => {
    const deal = await aDealAtTheLawyer(office);
    unwrap(
      await office.admin.call('processes.switch', { commandId: office.id(), code: 'meat-order', isActive: false }),
    );
    const manager = await office.as('petrov');
    const answer = await manager.call('records.create', { commandId: office.id(), process: 'meat-order' });
    expect(refused(answer).code).toBe('process.inactive');
    expect(unwrap(await manager.call('records.get', { id: deal.instanceId })).status).toBe('running');
  });

  test('of a week is begun once for each week, by its director alone', async () => {
    expect(refused(await startWeek('petrov'))).toMatchObject({ data: { refusals: [{ code: 'process.notYours' }] } });
    unwrap(await startWeek('zvonkova'));
    expect(refused(await startWeek('zvonkova'))).toMatchObject({ data: { refusals: [{ code: 'process.weekTaken' }] } });
  });
});
