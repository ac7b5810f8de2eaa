import { definitionSchema, type ProcessDefinition } from '#shared/domain/process/definition.ts';
import { addMinutes, localTime, type LocalTime, type WorkingCalendar } from '#shared/domain/process/local-time.ts';
import { newInstance, step, type Step } from '#shared/domain/process/step.ts';
import type { ProcessEvent, Refusal } from '#shared/domain/process/events.ts';
import type { Actor, ProcessState } from '#shared/domain/process/state.ts';
import { isWorkingDay } from '#shared/domain/bank/working-days.ts';
import type { z } from 'zod';

export const CALENDAR: WorkingCalendar = { isWorkingDay, from: '09:00', to: '18:00' };
/** A Tuesday. */
export const START: LocalTime = localTime('2026-10-27T10:00');

export const MANAGER: Actor = { userId: 'anna', roles: ['manager'] };
export const LAWYER: Actor = { userId: 'lev', roles: ['lawyer'] };
export const NOBODY: Actor = { userId: 'guest', roles: [] };

/** How a task is closed in a story; left out: by the manager, with a file, without a result. */
type Closing = {
  readonly result?: string;
  readonly by?: Actor | null;
  readonly files?: number;
  readonly comment?: string;
};

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

/** A process that is told one thing after another, as a person would tell a story. */
export class Story {
  state: ProcessState;
  readonly log: { readonly event: ProcessEvent; readonly now: LocalTime }[] = [];
  readonly effects: Step['effects'][number][] = [];
  now: LocalTime;
  readonly definition: ProcessDefinition;

  constructor(definition: ProcessDefinition = orderDefinition(), now: LocalTime = START) {
    this.definition = definition;
    this.now = now;
    this.state = newInstance(definition, 'i1', 'deal-1', now);
  }

  /** Tells the event; a refusal is the test's failure. */
  tell(event: ProcessEvent): Step['effects'] {
    const result = step(this.definition, this.state, event, this.now, CALENDAR);
    if (!result.ok) throw new Error(result.error.map(({ message }) => message).join('\n'));
    this.log.push({ event, now: this.now });
    this.state = result.value.state;
    this.effects.push(...result.value.effects);
    return result.value.effects;
  }

  refusals(event: ProcessEvent): readonly Refusal[] {
    const result = step(this.definition, this.state, event, this.now, CALENDAR);
    return result.ok ? [] : result.error;
  }

  begin(): Step['effects'] {
    return this.tell({ kind: 'started', by: MANAGER, owner: 'anna', fields: { sum: 1000 }, sets: PRODUCTIONS });
  }

  close(code: string, closing: Closing = {}): Step['effects'] {
    return this.tell(this.closing(code, closing));
  }

  closing(code: string, { result, by = MANAGER, files = 1, comment = '' }: Closing = {}): ProcessEvent {
    const task = this.state.tasks.find((each) => each.code === code && each.status === 'open');
    const report = { result: result ?? null, comment, files, isChecklistDone: true };
    return { kind: 'taskDone', taskId: task?.id ?? '', report, by };
  }

  later(minutes: number): this {
    this.now = addMinutes(this.now, minutes);
    return this;
  }
}
