import { describe, expect, test } from 'vitest';
import { Company } from '../company.ts';
import type { Story } from '../story.ts';
import { aDeal, ANNA, CONFIRMED, DIRECTOR, PAVEL, PRODUCTIONS } from './meat-people.ts';

/** Week of Thursday 5 November 2026. */
const THURSDAY = '2026-11-05';

const aWeek = (company: Company): Story =>
  company.start('preliminary-orders', {
    by: DIRECTOR,
    owner: 'cd',
    fields: { week: '2026-W46' },
    sets: {
      deals: [
        { id: 'd1', title: 'Гастроном', fields: { responsible: 'anna' } },
        { id: 'd2', title: 'Кафе', fields: { responsible: 'pavel' } },
      ],
      productions: PRODUCTIONS,
      managers: [
        { id: 'm1', title: 'Анна', fields: { responsible: 'anna' } },
        { id: 'm2', title: 'Павел', fields: { responsible: 'pavel' } },
      ],
    },
  });

const throughThursday = (company: Company, week: Story): void => {
  company.close(week, 'check-preliminary', { by: DIRECTOR });
  company.closeAll(week, 'confirm-production', CONFIRMED);
  company.closeAll(week, 'confirm-delivery', CONFIRMED);
};

const throughFriday = (company: Company, week: Story): void => {
  company.closeAll(week, 'calculate-purchase');
  company.close(week, 'make-price-list');
  company.close(week, 'announce-prices');
  company.close(week, 'prices-to-1c');
};

const throughReapproval = (company: Company, week: Story): void => {
  company.closeAll(week, 'correct-plan');
  company.closeAll(week, 'track-corrections');
  company.closeAll(week, 'revise-purchase');
  company.closeAll(week, 'confirm-updated-plan', CONFIRMED);
  company.closeAll(week, 'reconfirm-delivery', CONFIRMED);
};

const weekOnFriday = (): { company: Company; week: Story } => {
  const company = new Company('meat', `${THURSDAY}T10:00`);
  const week = aWeek(company);
  throughThursday(company, week);
  company.until('2026-11-06T10:30');
  return { company, week };
};

describe('the week of the meat company', () => {
  test('on Thursday goes from the check to both productions and then to delivery, on reports made by itself', () => {
    const company = new Company('meat', `${THURSDAY}T10:00`);
    const week = aWeek(company);
    expect(company.openTasks(week)).toEqual([
      'Проверить все предварительные заявки – commercial-director, 2026-11-05 18:00',
    ]);
    expect(company.did('report')).toEqual(['Предварительные заявки']);
    company.close(week, 'check-preliminary', { by: DIRECTOR });
    expect(company.openTasks(week)).toEqual([
      'Подтверждение возможности производства: Мясокомбинат – ivan, 2026-11-06 09:30',
      'Подтверждение возможности производства: Полуфабрикаты – oleg, 2026-11-06 09:30',
    ]);
    company.close(week, 'confirm-production', CONFIRMED);
    expect(company.openTasks(week)).toHaveLength(1);
    company.close(week, 'confirm-production', { result: 'changed', comment: 'на 50 кг меньше' });
    expect(company.openTasks(week)).toEqual([
      'Подтверждение доставки: Мясокомбинат – logistics, 2026-11-06 10:30',
      'Подтверждение доставки: Полуфабрикаты – logistics, 2026-11-06 10:30',
    ]);
    expect(company.did('report').slice(-2)).toEqual(['Производственный план (подтверждён)', 'План доставки']);
    company.closeAll(week, 'confirm-delivery', CONFIRMED);
    expect(week.state.stage).toBe('friday');
  });

  test('is asked for on Thursday morning, and begun by the commercial director alone', () => {
    const { definition } = aWeek(new Company('meat', `${THURSDAY}T10:00`));
    expect(definition).toMatchObject({
      isOverSet: true,
      start: { weekly: { weekday: 4, time: '09:00' }, who: [{ role: 'commercial-director' }] },
    });
  });

  test('goes back a step when a production cannot make it, and names the orders', () => {
    const company = new Company('meat', `${THURSDAY}T10:00`);
    const week = aWeek(company);
    company.close(week, 'check-preliminary', { by: DIRECTOR });
    company.close(week, 'confirm-production', {
      result: 'rejected',
      comment: 'нет сырья',
      fields: { affectedOrders: 'Кафе' },
    });
    expect(company.did('notify')).toEqual(['commercial-director: Подтверждение производства: отклонено. Заявки: Кафе']);
    expect(company.openTasks(week)).toEqual([
      'Проверить все предварительные заявки – commercial-director, 2026-11-05 18:00',
    ]);
    throughThursday(company, week);
    expect(week.state.stage).toBe('friday');
  });

  test('on Friday makes the price list in three steps beside the purchases', () => {
    const { company, week } = weekOnFriday();
    expect(company.openTasks(week)).toEqual([
      'Расчет закупки у поставщика: Мясокомбинат – ivan, 2026-11-06 13:00',
      'Расчет закупки у поставщика: Полуфабрикаты – oleg, 2026-11-06 13:00',
      'Формирование прайс-листа – general-director + commercial-director, 2026-11-06 12:00',
    ]);
    company.close(week, 'make-price-list');
    expect(company.did('document')).toEqual(['price-list']);
    expect(company.refusals(week, week.closing('announce-prices', { files: 0 }))).toEqual([
      'Чтобы закрыть «Оповестить менеджеров об изменениях в прайс-листах», приложите файл.',
    ]);
    company.close(week, 'announce-prices');
    expect(company.did('notify')).toEqual(['anna, pavel: Цены изменились: новый прайс-лист приложен к задаче']);
    expect(company.openTasks(week).at(-1)).toBe(
      'Внести изменения в 1С согласно нового прайса – accountant, 2026-11-06 13:30',
    );
    company.close(week, 'prices-to-1c');
    expect(week.state.stage).toBe('reapproval');
  });

  test('is approved again in four steps, and the director waits for the corrections of all managers', () => {
    const { company, week } = weekOnFriday();
    throughFriday(company, week);
    expect(company.openTasks(week)).toEqual([
      'Корректировка плана: Анна – anna, 2026-11-06 14:30',
      'Корректировка плана: Павел – pavel, 2026-11-06 14:30',
      'Отслеживание задач менеджеров по корректировке плана: Мясокомбинат – commercial-director + deputy-director, 2026-11-06 15:00',
      'Отслеживание задач менеджеров по корректировке плана: Полуфабрикаты – commercial-director + deputy-director, 2026-11-06 15:00',
    ]);
    company.close(week, 'correct-plan', { by: ANNA });
    expect(company.refusals(week, week.closing('track-corrections', { by: DIRECTOR }))[0]).toContain(
      'закроется, когда: не осталось открытых задач «Корректировка плана»',
    );
    company.close(week, 'correct-plan', { by: PAVEL });
    company.closeAll(week, 'track-corrections', { by: DIRECTOR });
    expect(company.openTasks(week)).toEqual([
      'Пересмотр планов закупки у поставщиков: Мясокомбинат – ivan, 2026-11-06 16:00',
      'Пересмотр планов закупки у поставщиков: Полуфабрикаты – oleg, 2026-11-06 16:00',
    ]);
    company.closeAll(week, 'revise-purchase');
    expect(company.openTasks(week)[0]).toBe(
      'Подтверждение обновлённых производственных планов: Мясокомбинат – ivan, 2026-11-06 16:30',
    );
    company.closeAll(week, 'confirm-updated-plan', CONFIRMED);
    expect(company.openTasks(week)[0]).toBe(
      'Подтверждение доставки (повторное): Мясокомбинат – logistics, 2026-11-06 17:00',
    );
  });

  test('ends with the general director, the notice to the managers and the report of the financial director', () => {
    const { company, week } = weekOnFriday();
    const deal = aDeal(company, 'anna');
    const [blocked] = company.refusals(deal, {
      kind: 'moveAsked',
      to: 'confirmed',
      by: ANNA,
      fields: { shipDate: '2026-11-10', paymentType: 'prepaid' },
    });
    expect(blocked).toContain('«Неделя подтверждена генеральным директором» – да');
    throughFriday(company, week);
    throughReapproval(company, week);
    expect(week.state.stage).toBe('final-confirmation');
    expect(company.openTasks(week)).toEqual(['Подтвердить закупки и отгрузки – general-director, 2026-11-06 18:00']);
    expect(company.did('report').slice(-2)).toEqual([
      'Таблица с актуальными прайс-листами',
      'Дебиторская задолженность',
    ]);
    company.close(week, 'confirm-week', CONFIRMED);
    expect(company.did('notify').at(-1)).toBe(
      'anna, pavel: Ваши заявки на следующую неделю подтверждены: переведите сделки в статус «Заявка подтверждена»',
    );
    expect(deal.state.fields).toMatchObject({ weekConfirmed: true, week: '2026-W46' });
    expect(company.openTasks(week)).toEqual([
      'Отчёт по поступлениям и расходам на текущую неделю – finance-director, 2026-11-06 18:00',
    ]);
    company.close(week, 'finance-report');
    expect(week.state).toMatchObject({ stage: 'done', status: 'finished' });
  });

  test('waits for the purchases as well before it goes to the general director', () => {
    const { company, week } = weekOnFriday();
    company.close(week, 'make-price-list');
    company.close(week, 'announce-prices');
    company.close(week, 'prices-to-1c');
    throughReapproval(company, week);
    expect(week.state.stage).toBe('reapproval');
    company.closeAll(week, 'calculate-purchase');
    expect(week.state.stage).toBe('final-confirmation');
  });

  test('that the general director sends back asks for delivery again, and then for him', () => {
    const { company, week } = weekOnFriday();
    throughFriday(company, week);
    throughReapproval(company, week);
    company.close(week, 'confirm-week', { result: 'rejected', comment: 'долги', fields: { affectedOrders: 'Кафе' } });
    expect(company.openTasks(week)).toHaveLength(2);
    company.closeAll(week, 'reconfirm-delivery', CONFIRMED);
    expect(company.openTasks(week)).toEqual(['Подтвердить закупки и отгрузки – general-director, 2026-11-06 18:00']);
  });

  test('begun after its hour is due at the end of the working day, and a holiday moves it to the day before', () => {
    const late = new Company('meat', `${THURSDAY}T18:30`);
    expect(late.openTasks(aWeek(late))[0]).toContain('2026-11-05 18:30');
    // Thursday 31 December 2026 is a day off: the block stands on the Wednesday before.
    const holiday = new Company('meat', '2026-12-28T10:00');
    expect(holiday.openTasks(aWeek(holiday))[0]).toContain('2026-12-30 18:00');
  });

  test('can have one block done again alone', () => {
    const company = new Company('meat', `${THURSDAY}T10:00`);
    const block = company.start('weekday-tasks', {
      by: DIRECTOR,
      fields: { block: 'friday' },
      sets: { productions: PRODUCTIONS, managers: [{ id: 'm1', title: 'Анна', fields: { responsible: 'anna' } }] },
    });
    expect(block.state.stage).toBe('friday');
    throughFriday(company, block);
    expect(block.state.stage).toBe('done');
  });
});
