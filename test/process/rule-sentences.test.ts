import { describe, expect, test } from 'vitest';
import type { Due } from '#shared/domain/process/definition-due.ts';
import { definitionSchema } from '#shared/domain/process/definition.ts';
import { dueText } from '#shared/domain/process/due-text.ts';
import { ruleSentence, stageOfRule, transitionSentence } from '#shared/domain/process/rule-sentence.ts';
import { sentencesOf } from '#shared/domain/process/sentences.ts';
import { orderDefinition } from './an-order-process.ts';
import { shippedFiles } from './shipped-definitions.ts';

const order = orderDefinition();
const rule = (code: string) => order.rules.find((each) => each.code === code) ?? order.rules[0];

describe('a due date is said as people say it', () => {
  test.each<[Due, string]>([
    [{ after: { workingDays: 2 } }, 'через 2 рабочих дня'],
    [{ after: { hours: 1 } }, 'через 1 час'],
    [{ after: { minutes: 15 } }, 'через 15 минут'],
    [{ after: {} }, 'сразу'],
    [{ after: { days: 1, time: '09:00' } }, 'через 1 день, в 09:00'],
    [{ weekday: 4, time: '18:00' }, 'четверг 18:00'],
    [{ endOfDay: true }, 'до конца рабочего дня'],
    [{ field: 'shipDate' }, 'к «Дата плановой отгрузки»'],
    [{ field: 'shipDate', shift: { hours: -2 } }, 'за 2 часа до «Дата плановой отгрузки»'],
    [{ field: 'shipDate', shift: { workingDays: 1 } }, 'через 1 рабочий день после «Дата плановой отгрузки»'],
  ])('%j → %s', (due, said) => {
    expect(dueText(due, order)).toBe(said);
  });
});

describe('the rules of an order as sentences', () => {
  test('say when, who does what, and until when', () => {
    const texts = order.rules.map((each) => ruleSentence(each, order));
    expect(texts).toContain(
      'Когда запись пришла на «Новый заказ»: поставить задачу «Подготовить договор» (юрист), срок: через 1 рабочий день.',
    );
    expect(texts.filter((text) => !/^[А-ЯЁ].+\.$/su.test(text))).toEqual([]);
  });

  test('name another process by its title where it is known', () => {
    const starting = { code: 'next', on: { start: true as const }, do: [{ start: 'small-order' }] };
    expect(ruleSentence(starting, order, () => 'Прозвон')).toBe('Когда процесс начался: запустить процесс «Прозвон».');
  });

  test('a move by hand is a sentence too', () => {
    const [first] = order.transitions;
    expect(first && transitionSentence(first, order)).toBe(
      'С «Новый заказ» на «Производство» переводит менеджер, если закрыта задача «Подготовить договор».',
    );
  });

  test('a rule about a task stands on the stage that puts the task', () => {
    const closing = { code: 'after', on: { closed: 'contract' }, do: [{ comment: 'Договор готов' }] };
    const first = rule('contract');
    expect(first && stageOfRule(first, order)).toBe('new');
    expect(stageOfRule(closing, order)).toBe('new');
    expect(stageOfRule({ code: 'any', on: { event: 'paid' }, do: [{ comment: 'Деньги' }] }, order)).toBeNull();
  });
});

describe('every shipped definition', () => {
  test.each(shippedFiles())('$file is told without codes of ours and without holes', ({ json }) => {
    const definition = definitionSchema.parse(json);
    const texts = [
      ...definition.rules.map((each) => ruleSentence(each, definition, () => 'другой процесс')),
      ...definition.transitions.map((each) => transitionSentence(each, definition)),
      ...sentencesOf(definition)
        .flatMap((stage) => stage.texts)
        .filter((text) => !text.includes('запустить процесс')),
    ];
    expect(texts.filter((text) => /undefined|null|\[object|«[a-z][a-zA-Z-]+»/u.test(text))).toEqual([]);
  });
});
