import { describe, expect, test } from 'vitest';
import { aDocx, paragraph, paragraphsOf, run, table } from '#test/helpers/docx-fixture.ts';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { lintTemplate } from '#main/render/lint-template.ts';
import { problemsOf, rendered, texts } from './helpers.ts';

const lines = (...all: string[]): string => all.map((line) => paragraph(line)).join('');

describe('ELSE', () => {
  test('within a paragraph', async () => {
    const body = paragraph('Счет {{IF paid}}оплачен{{ELSE}}не оплачен{{END-IF}}.');
    expect(await texts(body, { paid: true })).toEqual(['Счет оплачен.']);
    expect(await texts(body, { paid: false })).toEqual(['Счет не оплачен.']);
  });

  test('between paragraphs, whose command lines disappear', async () => {
    const body = lines('до', '{{IF a}}', 'да {{a}}', '{{ELSE}}', 'нет', '{{END-IF}}', 'после');
    expect(await texts(body, { a: 1 })).toEqual(['до', 'да 1', 'после']);
    expect(await texts(body, { a: 0 })).toEqual(['до', 'нет', 'после']);
  });

  test('between rows of a table, within a loop, within another condition', async () => {
    const body = table(
      [paragraph('{{FOR l IN list}}')],
      [paragraph('{{IF $l.sum}}')],
      [paragraph('{{$l.name}}'), paragraph('{{IF $l.sum > 9}}много{{ELSE}}мало{{END-IF}}')],
      [paragraph('{{else}}')],
      [paragraph('нет суммы: {{$l.name}}')],
      [paragraph('{{END-IF}}')],
      [paragraph('{{END-FOR l}}')],
    );
    const list = [{ name: 'а', sum: 10 }, { name: 'б' }, { name: 'в', sum: 1 }];
    expect(await texts(body, { list })).toEqual(['а', 'много', 'нет суммы: б', 'в', 'мало']);
  });

  test.each([
    ['outside of IF', '{{ELSE}}'],
    ['twice', '{{IF a}}1{{ELSE}}2{{ELSE}}3{{END-IF}}'],
    ['inside a loop of its IF', '{{IF a}}{{FOR x IN a}}{{ELSE}}{{END-FOR x}}{{END-IF}}'],
  ])('%s is refused with its place', async (_name, text) => {
    const [problem] = await problemsOf(paragraph('x') + paragraph(text), { a: [1] });
    expect(problem).toMatchObject({ code: 'template.unexpectedElse' });
    expect(problem?.where).toContain('абзац 2');
  });

  test('a field named Else stays a field when more than the word stands there', async () => {
    expect(await texts(paragraph('{{=Else}}'), { Else: 'поле' })).toEqual(['поле']);
  });
});

describe('what docx-templates loses or refuses', () => {
  test('loops within loops in one paragraph', async () => {
    const body = paragraph(
      '{{FOR a IN list}}{{$a.n}}({{FOR b IN $a.items}}{{$idx}}{{$b}} {{END-FOR b}}){{END-FOR a}}!',
    );
    const list = [
      { n: 'а', items: ['x', 'y'] },
      { n: 'б', items: [] },
      { n: 'в', items: ['z'] },
    ];
    expect(await texts(body, { list })).toEqual(['а(0x 1y )б()в(0z )!']);
  });

  test('conditions within conditions in one paragraph and in one row', async () => {
    const text = '{{IF a}}а{{IF b}}б{{END-IF}}{{IF !b}}-{{END-IF}}{{END-IF}}.';
    expect(await texts(paragraph(text), { a: 1, b: 1 })).toEqual(['аб.']);
    expect(await texts(paragraph(text), { a: 1, b: 0 })).toEqual(['а-.']);
    expect(await texts(paragraph(text), { a: 0, b: 1 })).toEqual(['.']);
    const row = table([paragraph('x{{IF a}}1'), paragraph('{{IF b}}2{{END-IF}}'), paragraph('{{END-IF}}3')]);
    expect((await texts(row, { a: 1, b: 1 })).join('|')).toContain('2');
  });

  test('a loop in a table inside a table', async () => {
    const inner = table([paragraph('{{FOR l IN list}}')], [paragraph('{{$l}}')], [paragraph('{{END-FOR l}}')]);
    const body = table([paragraph('слева'), inner + paragraph('')], [paragraph('ниже'), paragraph('и тут')]);
    expect(await texts(body, { list: ['а', 'б'] })).toEqual(['слева', 'а', 'б', '', 'ниже', 'и тут']);
  });

  test('a loop and a condition that begin in one paragraph and end in another', async () => {
    const body = lines('{{FOR a IN list}}{{IF $a}}', '{{$a}}', '{{END-IF}}{{END-FOR a}}', 'конец');
    expect(await texts(body, { list: [1, 0, 2] })).toEqual(['1', '2', 'конец']);
  });

  test('the linter accepts it for our own renderer, and refuses it for docx-templates', async () => {
    const template = aDocx(paragraph('{{IF a}}{{IF b}}1{{ELSE}}2{{END-IF}}{{END-IF}}'));
    expect((await lintTemplate({ template, dialect: 'own' })).ok).toBe(true);
    expect((await lintTemplate({ template })).ok).toBe(false);
  });
});

describe('what the compiler does not know', () => {
  const beside = `<w:p><w:r><w:t>См. {{LINK site}} ниже</w:t></w:r></w:p>`;
  const site = { url: 'https://example.ru' };

  test('goes to docx-templates, and the answer says why and where', async () => {
    const document = await rendered(paragraph('x') + beside, { site });
    expect(document.engine).toBe('reference');
    expect(document.fallback).toMatch(/LINK .*абзац 2/);
  });

  test('is refused in a template that docx-templates cannot read', async () => {
    const [problem] = await problemsOf(paragraph('{{IF a}}1{{ELSE}}2{{END-IF}}') + beside, { a: 1, site });
    expect(problem?.code).toBe('template.ownCommandNotUnderstood');
    expect(problem?.message).toContain('абзац 2');
  });

  test('the reference engine can be asked for', async () => {
    const engine = createCompiledEngine();
    const request = { template: aDocx(`<w:p>${run('{{a}}')}</w:p>`), data: { a: 1 }, delimiters: DEFAULT_DELIMITERS };
    const filled = await engine.render({ ...request, engine: 'reference' });
    expect(filled.ok && filled.value.engine).toBe('reference');
    expect(filled.ok && (await paragraphsOf(filled.value.bytes))).toEqual(['1']);
  });
});
