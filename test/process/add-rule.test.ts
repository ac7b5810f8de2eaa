import { describe, expect, test } from 'vitest';
import { addRule, type NewRule, type RuleDeed, type RuleMoment } from '#shared/domain/process/add-rule.ts';
import { checkDefinition } from '#shared/domain/process/check-definition.ts';
import { definitionSchema } from '#shared/domain/process/definition.ts';
import { ruleSentence, stageOfRule } from '#shared/domain/process/rule-sentence.ts';
import { emptyRule, ruleOf } from '#renderer/features/process-editor/rule-form.ts';
import { MANAGER, orderDefinition, Story } from './an-order-process.ts';

const order = orderDefinition();
const LAWYER = { role: 'lawyer' } as const;

const MOMENTS: readonly [RuleMoment, string][] = [
  [{ kind: 'enter', stage: 'new' }, 'Когда запись пришла на «Новый заказ»'],
  [{ kind: 'leave', stage: 'new' }, 'Когда запись ушла с «Новый заказ»'],
  [{ kind: 'closed', task: 'contract' }, 'Когда закрыта задача «Подготовить договор»'],
  [{ kind: 'filled', stage: 'new', field: 'shipDate' }, 'Дата плановой отгрузки'],
  [{ kind: 'clock', stage: 'new', due: { after: { workingDays: 2 } } }, 'По часам'],
];
const DEEDS: readonly [RuleDeed, string][] = [
  [
    { kind: 'task', title: 'Позвонить клиенту', who: LAWYER, due: { endOfDay: true } },
    '«Позвонить клиенту» (юрист), срок',
  ],
  [{ kind: 'move', stage: 'shipping' }, 'Отгрузка'],
  [{ kind: 'notify', who: 'responsible', text: 'Заказ {number}' }, 'Заказ [Номер]'],
  [{ kind: 'message', text: 'Ваш заказ готов' }, 'Ваш заказ готов'],
  [{ kind: 'document', document: 'invoice' }, 'Счет на оплату'],
];

describe('a rule made of a sentence with slots', () => {
  test.each(MOMENTS.flatMap((moment) => DEEDS.map((deed) => [moment, deed] as const)))(
    'is in order and reads as it was chosen: %j',
    ([on, when], [deed, what]) => {
      const { definition, rule } = addRule(order, { on, do: deed });
      expect(definitionSchema.safeParse(definition).success).toBe(true);
      expect(checkDefinition(definition)).toEqual([]);
      const sentence = ruleSentence(rule, definition);
      expect(sentence).toContain(when);
      expect(sentence).toContain(what);
      expect(stageOfRule(rule, definition)).toBe('new');
    },
  );

  test('takes codes that nobody has, however often it is added', () => {
    const rule: NewRule = {
      on: { kind: 'clock', stage: 'new', due: { after: { days: 1 } } },
      do: { kind: 'task', title: 'Позвонить', who: LAWYER, due: null },
    };
    const twice = addRule(addRule(order, rule).definition, rule).definition;
    for (const list of [twice.rules, twice.tasks, twice.timers ?? []])
      expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
    expect(checkDefinition(twice)).toEqual([]);
  });

  test('works: the task is put on whom it was chosen for', () => {
    const { definition } = addRule(order, {
      on: { kind: 'filled', stage: 'new', field: 'distance' },
      do: { kind: 'task', title: 'Заказать машину', who: LAWYER, due: null },
    });
    const story = new Story(definition);
    story.begin();
    const effects = story.tell({ kind: 'changed', by: MANAGER, fields: { distance: 100 } });
    expect(effects).toMatchObject([
      { kind: 'task', title: 'Заказать машину', assignees: [{ kind: 'role', role: 'lawyer' }] },
    ]);
  });
});

describe('the form of a new rule', () => {
  const form = emptyRule(order, 'new');

  test('begins with a task on the stage that is looked at, and says what it still needs', () => {
    expect(ruleOf(form)).toBe('title');
    expect(ruleOf({ ...form, title: ' Позвонить ' })).toMatchObject({
      on: { kind: 'enter', stage: 'new' },
      do: { kind: 'task', title: 'Позвонить' },
    });
    expect(ruleOf({ ...form, moment: 'closed' })).toBe('task');
    expect(ruleOf({ ...form, moment: 'filled' })).toBe('field');
    expect(ruleOf({ ...form, moment: 'clock', ring: null })).toBe('ring');
    expect(ruleOf({ ...form, deed: 'notify' })).toBe('text');
    expect(ruleOf({ ...form, deed: 'document' })).toBe('document');
    expect(ruleOf({ ...form, deed: 'move', target: '' })).toBe('target');
  });
});
