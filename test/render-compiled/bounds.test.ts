import { expect, test } from 'vitest';
import { paragraph } from '#test/helpers/docx-fixture.ts';
import { problemsOf, texts } from './helpers.ts';

const lines = (...all: string[]): string => all.map((line) => paragraph(line)).join('');

test('loops within loops over long lists end in an error with the place of the loop', async () => {
  const body = lines(
    '{{FOR a IN list}}',
    '{{FOR b IN list}}',
    '{{FOR c IN list}}',
    'x',
    '{{END-FOR c}}',
    '{{END-FOR b}}',
    '{{END-FOR a}}',
  );
  const list = Array.from({ length: 2_000 }, (_, index) => index);
  const [problem] = await problemsOf(body, { list });
  expect(problem?.code).toBe('template.tooHeavy');
  expect(problem?.where).toMatch(/абзац 3: «\{\{FOR c IN list\}\}»/);
});

test('a value of 10 MB is refused with its field', async () => {
  expect(await problemsOf(paragraph('{{a.b}}'), { a: { b: 'x'.repeat(10_000_000) } })).toMatchObject([
    { code: 'template.dataTooLarge', where: 'a.b' },
  ]);
});

test('an expression that makes too long a text, or counts too long, is refused with its place', async () => {
  const data = { text: 'x'.repeat(900_000), list: Array.from({ length: 3_000 }, (_, index) => index) };
  const body = lines('{{text.repeat(20)}}', '{{list.map(a => list.filter(b => b > a).length).length}}');
  expect((await problemsOf(body, data)).map(({ code, where }) => `${code} ${/абзац \d/.exec(where)?.[0]}`)).toEqual([
    'template.expression.limit абзац 1',
    'template.expression.limit абзац 2',
  ]);
});

test('the same problem at two places is told twice, in a loop once', async () => {
  const body = lines('{{FOR a IN list}}', '{{$a.x.y}}', '{{$a.x.y}}', '{{END-FOR a}}');
  expect((await problemsOf(body, { list: [{}, {}, {}] })).map(({ where }) => /абзац \d/.exec(where)?.[0])).toEqual([
    'абзац 2',
    'абзац 3',
  ]);
});

test('after a document that failed, the next one is whole', async () => {
  await problemsOf(paragraph('много текста '.repeat(50) + '{{absent}}'));
  expect(await texts(paragraph('{{a}}'), { a: 'цел' })).toEqual(['цел']);
});

test('ten thousand rows', async () => {
  const list = Array.from({ length: 10_000 }, (_, index) => `Строка ${index}`);
  const printed = await texts(lines('{{FOR a IN list}}', '{{$a}}', '{{END-FOR a}}'), { list });
  expect([printed.length, printed[0], printed.at(-1)]).toEqual([10_000, 'Строка 0', 'Строка 9999']);
});
