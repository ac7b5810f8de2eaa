import { definitionSchema, type ProcessDefinition } from '#shared/domain/process/definition.ts';
import { localTime, type LocalTime } from '#shared/domain/process/local-time.ts';
import type { Step } from '#shared/domain/process/step.ts';
import type { Actor } from '#shared/domain/process/state.ts';
import type { z } from 'zod';
import { Story as ProcessStory } from './story.ts';

export { CALENDAR } from './story.ts';
/** A Tuesday. */
export const START: LocalTime = localTime('2026-10-27T10:00');

export const MANAGER: Actor = { userId: 'anna', roles: ['manager'] };
export const LAWYER: Actor = { userId: 'lev', roles: ['lawyer'] };
export const NOBODY: Actor = { userId: 'guest', roles: [] };

type Raw = z.input<typeof definitionSchema>;

/** An order as the seeds tell it, in small: a contract, two productions in parallel, a payment, a shipment on its day. */
export const ORDER: Raw = {
  code: 'small-order',
  version: 1,
  title: 'Заказ',
  business: 'general',
  recordType: 'deal',
  roles: [
    { code: 'manager', title: 'менеджер' },
    { code: 'lawyer', title: 'юрист' },
    { code: 'accountant', title: 'бухгалтер' },
  ],
  fields: [
    { code: 'sum', label: 'Сумма', type: 'money' },
    { code: 'paid', label: 'Оплачено', type: 'money' },
    { code: 'shipDate', label: 'Дата плановой отгрузки', type: 'date' },
    { code: 'distance', label: 'Расстояние', type: 'number' },
  ],
  sets: [
    {
      code: 'productions',
      title: 'Производства',
      source: 'productions',
      fields: [{ code: 'head', label: 'Руководитель производства', type: 'user' }],
    },
  ],
  start: { isAutomatic: true },
  stages: [
    { code: 'new', title: 'Новый заказ', kind: 'initial' },
    { code: 'making', title: 'Производство', kind: 'working', requires: [{ field: 'shipDate' }] },
    { code: 'waiting', title: 'Ждём оплату', kind: 'working' },
    { code: 'shipping', title: 'Отгрузка', kind: 'working' },
    { code: 'done', title: 'Завершён', kind: 'success' },
    { code: 'refused', title: 'Отказ', kind: 'fail' },
  ],
  transitions: [
    { from: ['new'], to: ['making'], who: [{ role: 'manager' }], when: { closed: ['contract'] } },
    { from: 'any', to: ['refused'], who: ['responsible'] },
  ],
  tasks: [
    {
      code: 'contract',
      title: 'Подготовить договор',
      assignee: { role: 'lawyer' },
      due: { after: { workingDays: 1 } },
      closing: { files: 1 },
    },
    {
      code: 'make',
      title: 'Изготовить: {element}',
      assignee: { ofElement: 'head' },
      forEach: 'productions',
      due: { field: 'shipDate', shift: { workingDays: -1 } },
      results: [
        { code: 'ready', title: 'Готово' },
        { code: 'failed', title: 'Не успеть', needsComment: true, returns: true },
      ],
    },
    {
      code: 'pay',
      title: 'Проверить оплату',
      assignee: { role: 'accountant' },
      closesWhen: { field: 'paid', compare: 'gte', with: { field: 'sum' } },
      closing: { when: { field: 'paid', compare: 'gte', with: { field: 'sum' } } },
    },
    { code: 'ship', title: 'Отгрузить', assignee: 'responsible', due: { field: 'shipDate' } },
    { code: 'call', title: 'Позвонить', assignee: 'responsible', isBackground: true },
  ],
  timers: [
    { code: 'silence', during: ['waiting'], due: { after: { days: 3 } } },
    { code: 'shipDay', during: ['shipping'], due: { field: 'shipDate' } },
    {
      code: 'calls',
      during: ['shipping'],
      due: { after: { hours: 1 } },
      repeat: {
        by: 'distance',
        table: [
          { upTo: 300, hours: 3 },
          { upTo: null, times: ['09:00', '17:00'] },
        ],
      },
    },
  ],
  rules: [
    { code: 'contract', on: { enter: 'new' }, do: [{ task: 'contract' }] },
    { code: 'make', on: { enter: 'making' }, do: [{ task: 'make' }] },
    { code: 'again', on: { closed: 'make', result: 'failed' }, do: [{ notify: ['responsible'], text: 'Не успеваем' }] },
    { code: 'made', on: { allClosed: ['make'] }, do: [{ move: 'waiting' }] },
    { code: 'pay', on: { enter: 'waiting' }, do: [{ task: 'pay' }] },
    { code: 'paid', on: { closed: 'pay' }, do: [{ move: 'shipping' }] },
    { code: 'silence', on: { timer: 'silence' }, do: [{ notify: ['responsible'], text: 'Нет оплаты 3 дня' }] },
    { code: 'shipDay', on: { timer: 'shipDay' }, do: [{ task: 'ship' }] },
    { code: 'calls', on: { timer: 'calls' }, do: [{ task: 'call' }] },
    { code: 'shipped', on: { closed: 'ship' }, do: [{ move: 'done' }, { document: 'act' }] },
    {
      code: 'prepaid',
      on: { becomes: { all: [{ field: 'paid', filled: true }, { stage: ['new'] }] } },
      do: [{ comment: 'Пришёл аванс' }],
    },
  ],
};

export const orderDefinition = (changes: Partial<Raw> = {}): ProcessDefinition =>
  definitionSchema.parse({ ...ORDER, ...changes });

export const PRODUCTIONS = {
  productions: [
    { id: 'p1', title: 'Цех 1', fields: { head: 'ivan' } },
    { id: 'p2', title: 'Цех 2', fields: { head: 'oleg' } },
  ],
};

/** The story of the small order. */
export class Story extends ProcessStory {
  constructor(definition: ProcessDefinition = orderDefinition(), now: LocalTime = START) {
    super(definition, now);
  }

  begin(): Step['effects'] {
    return this.tell({ kind: 'started', by: MANAGER, owner: 'anna', fields: { sum: 1000 }, sets: PRODUCTIONS });
  }
}
