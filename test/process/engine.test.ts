import { describe, expect, test } from 'vitest';
import { localTime } from '#shared/domain/process/local-time.ts';
import { newInstance, step } from '#shared/domain/process/step.ts';
import { dueTimers, nextWake } from '#shared/domain/process/timers.ts';
import { whyWaiting } from '#shared/domain/process/why-waiting.ts';
import { CALENDAR, LAWYER, MANAGER, NOBODY, orderDefinition, START, Story } from './an-order-process.ts';

const because = (story: Story): string => whyWaiting(story.definition, story.state, story.now).sentence;

const toMaking = (): Story => {
  const story = new Story();
  story.begin();
  story.close('contract', { by: LAWYER });
  story.tell({ kind: 'moveAsked', to: 'making', by: MANAGER, fields: { shipDate: '2026-11-05' } });
  return story;
};

const toWaiting = (): Story => {
  const story = toMaking();
  story.close('make', { result: 'ready' });
  story.close('make', { result: 'ready' });
  return story;
};

const titles = (story: Story): string[] =>
  story.effects.flatMap((effect) => (effect.kind === 'task' ? [effect.title] : []));

describe('a move by hand', () => {
  test('is refused before its condition holds, in words', () => {
    const story = new Story();
    story.begin();
    expect(story.refusals({ kind: 'moveAsked', to: 'making', by: MANAGER }).map(({ message }) => message)).toEqual([
      'Переход на «Производство» откроется, когда: закрыта задача «Подготовить договор».',
      'Чтобы перейти на «Производство», заполните: «Дата плановой отгрузки».',
    ]);
  });

  test('is refused to others, and says who may', () => {
    const story = new Story();
    story.begin();
    story.close('contract', { by: LAWYER });
    const [refusal] = story.refusals({
      kind: 'moveAsked',
      to: 'making',
      by: NOBODY,
      fields: { shipDate: '2026-11-05' },
    });
    expect(refusal?.message).toBe('Перевести на «Производство» может: менеджер.');
  });

  test('to a stage that does not follow names the stages that do', () => {
    const story = new Story();
    story.begin();
    expect(story.refusals({ kind: 'moveAsked', to: 'done', by: MANAGER })[0]?.message).toBe(
      'Со стадии «Новый заказ» на «Завершён» перейти нельзя; можно: «Производство», «Отказ».',
    );
  });

  test('may bring the fields it needs with it, and keeps them', () => {
    expect(toMaking().state).toMatchObject({ stage: 'making', fields: { shipDate: '2026-11-05' } });
  });
});

describe('tasks', () => {
  test('one per element of the set, each for its own head, due before the shipment', () => {
    const made = toMaking().effects.filter((effect) => effect.kind === 'task' && effect.code === 'make');
    expect(made).toMatchObject([
      { title: 'Изготовить: Цех 1', assignees: [{ kind: 'user', userId: 'ivan' }], dueAt: '2026-11-03T09:00' },
      { title: 'Изготовить: Цех 2', assignees: [{ kind: 'user', userId: 'oleg' }], dueAt: '2026-11-03T09:00' },
    ]);
  });

  test('a join waits for all of them and fires once', () => {
    const story = toMaking();
    story.close('make', { result: 'ready' });
    expect(story.state.stage).toBe('making');
    story.close('make', { result: 'ready' });
    expect(story.state.stage).toBe('waiting');
    story.tell({ kind: 'changed', by: null, fields: { distance: 5 } });
    expect(titles(story).filter((title) => title === 'Проверить оплату')).toHaveLength(1);
  });

  test('a negative result wants a comment and holds the join back', () => {
    const story = toMaking();
    expect(story.refusals(story.closing('make', { result: 'failed' }))[0]?.message).toBe(
      'Для итога «Не успеть» напишите комментарий.',
    );
    story.close('make', { result: 'failed', comment: 'нет картона' });
    story.close('make', { result: 'ready' });
    expect(story.state.stage).toBe('making');
    expect(story.effects).toContainEqual(expect.objectContaining({ kind: 'notify', text: 'Не успеваем' }));
  });

  test('a file that is asked for must be there', () => {
    const story = new Story();
    story.begin();
    expect(story.refusals(story.closing('contract', { files: 0, by: LAWYER }))[0]?.message).toBe(
      'Чтобы закрыть «Подготовить договор», приложите файл.',
    );
  });

  test('the payment task is closed by the payment and by nothing less', () => {
    const story = toWaiting();
    expect(story.refusals(story.closing('pay'))[0]?.message).toBe(
      'Задача «Проверить оплату» закроется, когда: «Оплачено» не меньше «Сумма».',
    );
    story.tell({ kind: 'changed', by: null, fields: { paid: 999 } });
    expect(story.state.stage).toBe('waiting');
    story.tell({ kind: 'changed', by: null, fields: { paid: 1000 } });
    expect(story.state.stage).toBe('shipping');
  });

  test('are withdrawn when the record is refused', () => {
    const story = toMaking();
    const effects = story.tell({ kind: 'moveAsked', to: 'refused', by: MANAGER });
    expect(effects.filter(({ kind }) => kind === 'taskCancelled')).toHaveLength(2);
    expect(story.state.status).toBe('finished');
  });

  test('of a refused record leave it refused, though the rest of their round was done', () => {
    const story = toMaking();
    story.close('make', { element: 'p1', result: 'ready' });
    story.tell({ kind: 'moveAsked', to: 'refused', by: MANAGER });
    expect(story.state).toMatchObject({ stage: 'refused', status: 'finished' });
  });
});

describe('clocks', () => {
  test('a silence is noticed after three days and forgotten when the payment comes', () => {
    const story = toWaiting();
    expect(nextWake(story.state)).toBe('2026-10-30T10:00');
    story.tell({ kind: 'changed', by: null, fields: { paid: 1000 } });
    expect(story.state.timers.map(({ code }) => code)).not.toContain('silence');
  });

  test('follow the field they hang on, and ring once', () => {
    const story = toWaiting();
    story.tell({ kind: 'changed', by: null, fields: { paid: 1000 } });
    story.tell({ kind: 'changed', by: MANAGER, fields: { shipDate: '2026-11-09' } });
    story.now = localTime('2026-11-09T09:00');
    const [first] = dueTimers(story.state, story.now).filter(({ code }) => code === 'shipDay');
    expect(first?.dueAt).toBe('2026-11-09T09:00');
    story.tell({ kind: 'timer', code: 'shipDay', dueAt: localTime('2026-11-09T09:00') });
    story.tell({ kind: 'timer', code: 'shipDay', dueAt: localTime('2026-11-09T09:00') });
    expect(titles(story).filter((title) => title === 'Отгрузить')).toHaveLength(1);
  });

  test('missed while the program was off ring once, late, and due dates count from then', () => {
    const story = toWaiting();
    story.now = localTime('2026-11-10T12:00');
    const effects = story.tell({ kind: 'timer', code: 'silence', dueAt: localTime('2026-10-30T10:00') });
    expect(effects).toMatchObject([{ kind: 'notify', isLate: true }]);
    expect(dueTimers(story.state, story.now)).toEqual([]);
  });

  test('that go round skip what was missed and stop with the stage', () => {
    const story = toWaiting();
    story.tell({ kind: 'changed', by: null, fields: { paid: 1000, distance: 200 } });
    const first = story.state.timers.find(({ code }) => code === 'calls')?.dueAt;
    expect(first).toBe('2026-10-27T11:00');
    story.now = localTime('2026-10-28T12:00');
    story.tell({ kind: 'timer', code: 'calls', dueAt: localTime('2026-10-27T11:00') });
    expect(story.state.timers.find(({ code }) => code === 'calls')?.dueAt).toBe('2026-10-28T14:00');
    story.tell({ kind: 'moveAsked', to: 'refused', by: MANAGER });
    expect(story.state.timers).toEqual([]);
  });

  test('over a long way ring at fixed hours', () => {
    const story = toWaiting();
    story.tell({ kind: 'changed', by: null, fields: { paid: 1000, distance: 900 } });
    story.now = localTime('2026-10-27T11:00');
    story.tell({ kind: 'timer', code: 'calls', dueAt: localTime('2026-10-27T11:00') });
    expect(story.state.timers.find(({ code }) => code === 'calls')?.dueAt).toBe('2026-10-27T17:00');
  });
});

describe('what comes from outside', () => {
  test('is not refused, but flagged where the process does not foresee it', () => {
    const story = new Story();
    story.begin();
    const effects = story.tell({ kind: 'movedOutside', to: 'shipping' });
    expect(story.state).toMatchObject({ stage: 'shipping', isOutside: true });
    expect(effects).toContainEqual(
      expect.objectContaining({ kind: 'flag', text: 'На «Отгрузка» перешли в обход процесса.' }),
    );
  });

  test('a condition that becomes true acts once, and again after it was false', () => {
    const story = new Story();
    story.begin();
    story.tell({ kind: 'changed', by: null, fields: { paid: 10 } });
    story.tell({ kind: 'changed', by: null, fields: { paid: 20 } });
    expect(story.effects.filter(({ kind }) => kind === 'comment')).toHaveLength(1);
    story.tell({ kind: 'changed', by: null, fields: { paid: null } });
    story.tell({ kind: 'changed', by: null, fields: { paid: 30 } });
    expect(story.effects.filter(({ kind }) => kind === 'comment')).toHaveLength(2);
  });
});

describe('another version', () => {
  test('keeps the open tasks and does nothing twice', () => {
    const story = toMaking();
    const next = orderDefinition({ version: 2 });
    const result = step(
      next,
      story.state,
      { kind: 'migrated', to: { code: 'small-order', version: 2 }, stages: {} },
      START,
      CALENDAR,
    );
    expect(result).toMatchObject({
      ok: true,
      value: { effects: [], state: { definition: { version: 2 }, tasks: story.state.tasks } },
    });
  });

  test('without a place for the present stage is refused', () => {
    const story = toMaking();
    const stages = orderDefinition().stages.filter(({ code }) => code !== 'making');
    const next = { ...orderDefinition(), version: 2, stages };
    const result = step(
      next,
      story.state,
      { kind: 'migrated', to: { code: 'small-order', version: 2 }, stages: {} },
      START,
      CALENDAR,
    );
    expect(result).toMatchObject({ ok: false, error: [{ code: 'process.noStageInVersion' }] });
  });
});

test('rules that never come to rest are stopped', () => {
  const definition = orderDefinition({
    rules: [
      { code: 'there', on: { enter: 'new' }, do: [{ move: 'waiting' }] },
      { code: 'back', on: { enter: 'waiting' }, do: [{ move: 'new' }] },
    ],
  });
  const begun = () =>
    step(
      definition,
      newInstance(definition, 'i', null, START),
      { kind: 'started', by: null, owner: null },
      START,
      CALENDAR,
    );
  expect(begun).toThrow('small-order');
});

describe('«почему стоит» tells the truth', () => {
  test('of the work that holds it, and whose it is', () => {
    const story = new Story();
    story.begin();
    expect(because(story)).toBe('Ждём задачу «Подготовить договор», делает юрист, срок 28.10 10:00.');
    story.now = localTime('2026-10-30T11:00');
    expect(because(story)).toBe(
      'Ждём задачу «Подготовить договор», делает юрист, срок был 28.10 10:00, просрочено дней: 2.',
    );
  });

  test('of the move that somebody may make, and what it lacks', () => {
    const story = new Story();
    story.begin();
    story.close('contract', { by: LAWYER });
    expect(whyWaiting(story.definition, story.state, story.now)).toEqual({
      sentence: 'Для перехода на «Производство» не заполнено: «Дата плановой отгрузки». Переводит менеджер.',
      action: { kind: 'move', to: 'making', fields: ['shipDate'] },
    });
  });

  test('of how much of a parallel work is left', () => {
    const story = toMaking();
    story.close('make', { result: 'ready' });
    expect(because(story)).toBe(
      'Ждём задачу «Изготовить: Цех 2», осталось 1 из 2, делает руководитель производства, срок 03.11 09:00.',
    );
  });

  test('of the payment', () => {
    expect(because(toWaiting())).toBe(
      'Ждём задачу «Проверить оплату», делает бухгалтер; закроется, когда: «Оплачено» не меньше «Сумма».',
    );
  });
});
