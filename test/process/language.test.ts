import { describe, expect, test } from 'vitest';
import { checkDefinition } from '#shared/domain/process/check-definition.ts';
import { localTime } from '#shared/domain/process/local-time.ts';
import { dueAt } from '#shared/domain/process/due.ts';
import { standingOffers } from '#shared/domain/process/offer.ts';
import { ORDER, CALENDAR, MANAGER, NOBODY, orderDefinition, PRODUCTIONS, Story } from './an-order-process.ts';

/** The small order with these tasks and rules besides its own. */
const orderWith = ({ fields = [], tasks = [], rules = [] }: Parameters<typeof orderDefinition>[0] = {}) =>
  orderDefinition({
    fields: [...ORDER.fields, ...fields],
    tasks: [...ORDER.tasks, ...tasks],
    rules: [...ORDER.rules, ...rules],
  });

const begun = (story: Story): Story => {
  story.begin();
  return story;
};

const messages = (story: Story, event: Parameters<Story['refusals']>[0]) =>
  story.refusals(event).map(({ message }) => message);

describe('computed fields', () => {
  const definition = orderWith({
    fields: [
      { code: 'debt', label: 'Долг', type: 'money', computed: { plus: ['sum'], minus: ['paid'] } },
      { code: 'share', label: 'Доля долга', type: 'number', computed: { plus: ['debt'], percentOf: 'sum' } },
    ],
  });

  test('follow what they are made of, one upon another', () => {
    const story = begun(new Story(definition));
    expect(story.state.fields).toMatchObject({ debt: 1000, share: 100 });
    story.tell({ kind: 'changed', by: null, fields: { paid: 667 } });
    expect(story.state.fields).toMatchObject({ debt: 333, share: 33.3 });
  });

  test('are empty, not zero, while there is nothing to count', () => {
    const story = begun(new Story(definition));
    story.tell({ kind: 'changed', by: null, fields: { sum: null } });
    expect(story.state.fields).toMatchObject({ debt: null, share: null });
  });

  test('of fields that do not exist are found before release', () => {
    const broken = orderWith({
      fields: [{ code: 'debt', label: 'Долг', type: 'money', computed: { plus: ['total'] } }],
    });
    expect(checkDefinition(broken)).toMatchObject([{ message: 'Нет поля total.', where: 'поле «Долг»' }]);
  });
});

describe('an offered task', () => {
  const definition = orderWith({
    tasks: [{ code: 'visit', title: 'Съездить к клиенту', assignee: 'responsible', creator: 'responsible' }],
    rules: [{ code: 'visit', on: { enter: 'new' }, do: [{ offer: 'visit', to: [{ role: 'manager' }] }] }],
  });
  const put = { kind: 'taskPut', code: 'visit', by: MANAGER } as const;

  test('stands until somebody puts it, and is put by one click', () => {
    const story = begun(new Story(definition));
    expect(checkDefinition(definition)).toEqual([]);
    expect(story.effects).toContainEqual(expect.objectContaining({ kind: 'offer', title: 'Съездить к клиенту' }));
    expect(standingOffers(definition, story.state)).toHaveLength(1);
    const [made] = story.tell(put);
    expect(made).toMatchObject({ kind: 'task', code: 'visit', creator: { kind: 'user', userId: 'anna' } });
    expect(standingOffers(definition, story.state)).toEqual([]);
    expect(messages(story, put)).toEqual([
      'Поставить «Съездить к клиенту» сейчас нельзя: задача уже стоит или не нужна.',
    ]);
  });

  test('is for whom it was offered, and gone with its stage', () => {
    const story = begun(new Story(definition));
    expect(messages(story, { ...put, by: NOBODY })).toEqual(['Поставить «Съездить к клиенту» может: менеджер.']);
    story.tell({ kind: 'movedOutside', to: 'waiting' });
    expect(standingOffers(definition, story.state)).toEqual([]);
    story.tell({ kind: 'moveAsked', to: 'refused', by: MANAGER });
    expect(standingOffers(definition, story.state)).toEqual([]);
  });
});

/** The productions with what each has weighed. */
const weighed = (...weights: number[]) => ({
  productions: PRODUCTIONS.productions.map((each, index) => ({
    ...each,
    fields: { ...each.fields, weight: weights[index] ?? null },
  })),
});

describe('a task for an element of a set', () => {
  const definition = {
    ...orderWith({
      tasks: [
        {
          code: 'weigh',
          title: 'Взвесить: {element}',
          assignee: { ofElement: 'head' },
          forEach: 'productions',
          closing: { fields: ['weight'] },
          closesWhen: { field: 'weight', compare: 'gte', with: 100 },
        },
      ],
      rules: [{ code: 'weigh', on: { enter: 'new' }, do: [{ task: 'weigh' }] }],
    }),
    sets: [
      {
        code: 'productions',
        title: 'Производства',
        source: 'productions',
        fields: [
          { code: 'head', label: 'Руководитель производства', type: 'user' as const },
          { code: 'weight', label: 'Вес', type: 'number' as const },
        ],
      },
    ],
  };
  test('looks at the fields of its own element', () => {
    const story = begun(new Story(definition));
    expect(checkDefinition(definition)).toEqual([]);
    const first = story.closing('weigh', { element: 'p1' });
    expect(messages(story, first)).toEqual(['Чтобы закрыть «Взвесить: Цех 1», заполните: «Вес».']);
    expect(messages(story, { ...first, sets: weighed(50) })).toEqual([]);
    expect(messages(story, story.closing('weigh', { element: 'p2', sets: weighed(50) }))).toHaveLength(1);
  });

  test('is closed by the fact of its own element', () => {
    const story = begun(new Story(definition));
    story.tell({ kind: 'changed', by: null, sets: weighed(20, 100) });
    expect(story.state.tasks.filter(({ code }) => code === 'weigh').map(({ status }) => status)).toEqual([
      'open',
      'closed',
    ]);
  });

  test('may be given to several people at once', () => {
    const story = new Story(definition);
    const sets = { productions: [{ id: 'p1', title: 'Цех 1', fields: { head: ['ivan', 'oleg'] } }] };
    story.tell({ kind: 'started', by: MANAGER, owner: 'anna', sets });
    expect(story.effects).toContainEqual(
      expect.objectContaining({
        code: 'weigh',
        assignees: [
          { kind: 'user', userId: 'ivan' },
          { kind: 'user', userId: 'oleg' },
        ],
      }),
    );
  });
});

describe('a due date', () => {
  test('can be put off by as many days as a field says', () => {
    const due = { field: 'shipDate', shift: { daysOf: 'deferral' } };
    const until = (deferral: number | null) =>
      dueAt(due, localTime('2026-11-01T10:00'), { shipDate: '2026-11-11', deferral }, CALENDAR);
    expect(until(10)).toBe('2026-11-21T09:00');
    expect(until(null)).toBe('2026-11-11T09:00');
  });

  test.each([
    ['2026-11-11T20:30', '2026-11-16T09:00'],
    ['2026-11-12T02:00', '2026-11-16T09:00'],
    ['2026-11-09T12:00', '2026-11-12T12:00'],
  ])('counted from %s falls into working time', (from, expected) => {
    const due = { after: { days: 3, inWorkingTime: true as const } };
    expect(dueAt(due, localTime(from), {}, CALENDAR)).toBe(expected);
  });
});

test('a rule may write down the day on which it worked', () => {
  const definition = orderWith({
    fields: [{ code: 'begunOn', label: 'Начато', type: 'date' }],
    rules: [{ code: 'today', on: { start: true }, do: [{ set: { begunOn: { today: true } } }] }],
  });
  expect(begun(new Story(definition)).state.fields).toMatchObject({ begunOn: '2026-10-27' });
});
