import { createReport } from 'docx-templates';
import { describe, expect, test } from 'vitest';
import { lintTemplate } from '#main/render/lint-template.ts';
import { editDistance, suggestName } from '#main/render/suggest.ts';
import { aDocx, documentXml, paragraph, paragraphsOf, run, table } from '#test/helpers/docx-fixture.ts';

const KNOWN = [
  'number',
  'date',
  'seller.name',
  'seller.inn',
  'lines[].name',
  'lines[].sum',
  'lines[].vat.rate',
  'payQr',
  'extra.*',
];

const lint = (...lines: string[]) =>
  lintTemplate({ template: aDocx(lines.map((line) => paragraph(line)).join('')), knownFields: KNOWN });

test('a right template has no problems, and its fields are listed once each', async () => {
  const report = await lint(
    'Счет {{number}} {{number}} {{seller.name ?? «—»}} {{extra.anything.at.all}}',
    '{{FOR line IN lines.filter(l => l.sum)}}',
    '{{$idx + 1}} {{$line.name}} {{$line.vat?.rate}} {{lines.length}}',
    '{{END-FOR line}}',
    '{{EXEC first = lines[0]}}',
    '{{first.name}} {{Math.max(1, 2)}} {{String(date)}}',
    '{{IF payQr}}{{IMAGE payQr}}{{END-IF}}',
  );
  expect(report.problems).toEqual([]);
  expect(report.ok).toBe(true);
  expect(report.fields).toEqual([
    'date',
    'extra.anything.at.all',
    'lines',
    'lines.length',
    'lines[]',
    'lines[].name',
    'lines[].sum',
    'lines[].vat.rate',
    'number',
    'payQr',
    'seller.name',
  ]);
});

describe('an unknown field is named with its place and the likeliest right one', () => {
  test.each([
    ['{{seler.name}}', 'seler.name', 'seller.name'],
    ['{{seller.nmae}}', 'seller.nmae', 'seller.name'],
    ['{{nubmer}}', 'nubmer', 'number'],
    ['{{Number1}}', 'Number1', 'number'],
    ['{{FOR line IN lines}}{{$line.smu}}{{END-FOR line}}', 'lines[].smu', 'lines[].sum'],
    ['{{FOR line IN lnies}}{{$line.name}}{{END-FOR line}}', 'lnies', 'lines'],
    ['{{lines.map(l => l.nmae).join()}}', 'lines[].nmae', 'lines[].name'],
    ['{{совсем.другое}}', 'совсем.другое', undefined],
    ['{{$line.name}}', '$line.name', undefined],
  ])('%s', async (text, field, suggestion) => {
    const { ok, problems } = await lint('Первый абзац', `Поле: ${text}`);
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({
      code: 'template.unknownField',
      where: `основной текст, стр. 1, абзац 2: «Поле: ${text}»`,
      data: suggestion === undefined ? { field } : { field, suggestion },
    });
    expect(problems[0]?.hint).toBe(
      suggestion === undefined
        ? 'Выберите поле из списка полей этого документа.'
        : `Возможно, вы имели в виду «${suggestion}».`,
    );
  });

  test('without a list of fields none is unknown', async () => {
    expect(await lintTemplate({ template: aDocx(paragraph('{{что.угодно}}')) })).toMatchObject({
      ok: true,
      fields: ['что.угодно'],
    });
  });
});

describe('what is wrong with commands', () => {
  test.each<[string, string[], string[]]>([
    ['a loop without an end', ['{{FOR a IN lines}}'], ['template.unclosedLoop']],
    ['a condition without an end', ['{{IF number}}'], ['template.unclosedCondition']],
    [
      'an end without a beginning',
      ['{{END-IF}}', '{{END-FOR a}}'],
      ['template.unexpectedEnd', 'template.unexpectedEnd'],
    ],
    [
      'an end with another name',
      ['{{FOR a IN lines}}', '{{END-FOR b}}'],
      ['template.unexpectedEnd', 'template.unclosedLoop'],
    ],
    [
      'an end without a name',
      ['{{FOR a IN lines}}', '{{END-FOR}}'],
      ['template.unexpectedEnd', 'template.unclosedLoop'],
    ],
    [
      'blocks that cross',
      ['{{FOR a IN lines}}', '{{IF number}}', '{{END-FOR a}}', '{{END-IF}}'],
      ['template.crossedBlocks', 'template.unexpectedEnd'],
    ],
    ['an unclosed command', ['{{number'], ['template.unclosedCommand']],
    ['a lone delimiter', ['number}}'], ['template.strayDelimiter']],
    [
      'a command in a command',
      ['{{IF {{number}}', '{{END-IF}}'],
      ['template.strayDelimiter', 'template.unexpectedEnd'],
    ],
    ['a field named like a command', ['{{image.url}}'], ['template.unknownCommand']],
    ['an unknown alias', ['{{*who}}'], ['template.unknownAlias']],
    ['HTML', ['{{HTML number}}'], ['template.commandNotAllowed']],
    ['a loop over nothing', ['{{FOR lines}}', '{{END-FOR lines}}'], ['template.badLoop']],
    ['a condition that assigns', ['{{IF number = 5}}', '{{END-IF}}'], ['template.expression.notAllowed']],
    ['a dash instead of a minus', ['{{lines.length – 1}}'], ['template.expression.syntax']],
    [
      'nested conditions in one paragraph',
      ['{{IF number}}{{IF date}}{{END-IF}}{{END-IF}}'],
      ['template.nestedCondition'],
    ],
    ['text beside a loop', ['Товары: {{FOR a IN lines}}', '{{END-FOR a}}'], ['template.textBesideLoop']],
    ['an empty command', ['{{ }}'], ['template.expression.syntax']],
  ])('%s', async (_name, lines, codes) => {
    const { problems } = await lint(...lines);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    for (const { hint, message } of problems) expect(message.endsWith(hint)).toBe(true);
  });

  test('a warning does not make a template wrong', async () => {
    expect(await lint('Товары: {{FOR a IN lines}}', '{{$a.name}}{{END-FOR a}}')).toMatchObject({
      ok: true,
      problems: [{ severity: 'warning' }],
    });
  });

  test('the number of the row is lost inside IF, as docx-templates counts', async () => {
    const lines = ['{{FOR a IN lines}}', '{{IF $idx >= 0}}', '{{$idx}}', '{{END-IF}}', '{{END-FOR a}}'];
    const { problems } = await lint(...lines);
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning template.lostIndex']);
    const template = aDocx(lines.map((line) => paragraph(line)).join(''));
    const bytes = await createReport({
      template,
      data: { lines: ['а', 'б'] },
      cmdDelimiter: ['{{', '}}'],
      indentXml: false,
    });
    expect((await paragraphsOf(bytes)).map((text) => text.trim())).toEqual(['0', '0']);
  });

  test('conditions one after another, and nested ones in paragraphs of their own, are fine', async () => {
    const { problems } = await lint(
      '{{IF number}}а{{END-IF}}{{IF date}}б{{END-IF}}',
      '{{IF number}}',
      '{{IF date}}',
      'в',
      '{{END-IF}}',
      '{{END-IF}}',
    );
    expect(problems).toEqual([]);
  });
});

describe('tables', () => {
  test('the place names table, row and cell', async () => {
    const body =
      table([paragraph('а')]) + table([paragraph('а'), paragraph('б')], [paragraph('в'), paragraph('{{nubmer}}')]);
    const { problems } = await lintTemplate({ template: aDocx(body), knownFields: KNOWN });
    expect(problems[0]?.where).toBe('основной текст, стр. 1, абзац 5, таблица 2, строка 2, ячейка 2: «{{nubmer}}»');
  });

  test('a loop inside a nested table, and one over cells, are told', async () => {
    const inner = table([paragraph('{{FOR a IN lines}}')], [paragraph('{{$a.name}}')], [paragraph('{{END-FOR a}}')]);
    const nested = await lintTemplate({ template: aDocx(table([inner + paragraph('')])), knownFields: KNOWN });
    expect(nested.problems.map(({ code }) => code)).toEqual(['template.loopInNestedTable']);
    const cells = await lintTemplate({
      template: aDocx(table([paragraph('{{FOR a IN lines}}'), paragraph('{{END-FOR a}}')])),
      knownFields: KNOWN,
    });
    expect(cells.problems.map(({ code }) => code)).toEqual(['template.loopOverCells']);
  });
});

test('a command split over runs and paragraphs is one command', async () => {
  const body = `<w:p>${run('{')}${run('{nub')}</w:p><w:p>${run('mer}')}${run('}')}</w:p>`;
  const { problems } = await lintTemplate({ template: aDocx(body), knownFields: KNOWN });
  expect(problems[0]).toMatchObject({ code: 'template.expression.syntax', data: { expression: 'nub mer' } });
});

test('pages are counted by the breaks that Word noted', async () => {
  const breaks = '<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>';
  const { problems } = await lintTemplate({ template: aDocx(breaks + paragraph('{{nubmer}}')), knownFields: KNOWN });
  expect(problems[0]?.where).toContain('стр. 3, абзац 3');
});

test('headers are checked too, and aliases end with their part', async () => {
  const header = documentXml(paragraph('{{*who}} {{nubmer}}'));
  const template = aDocx(paragraph('{{ALIAS who INS number}}') + paragraph('{{*who}}'), { 'word/header1.xml': header });
  const { problems } = await lintTemplate({ template, knownFields: KNOWN });
  expect(problems.map(({ code, where }) => `${code} ${where.split(',')[0]}`)).toEqual([
    'template.unknownAlias верхний колонтитул',
    'template.unknownField верхний колонтитул',
  ]);
});

test.each([
  ['', '}}'],
  ['{{', ' '],
  ['\u0001', '}}'],
  ['{{{{{{{{{', '}'],
])('delimiters %j and %j are refused', async (open, close) => {
  const report = await lintTemplate({ template: aDocx(paragraph('{{number}}')), delimiters: [open, close] });
  expect(report.problems.map(({ code }) => code)).toEqual(['template.badDelimiters']);
});

test('a damaged file is a problem, not an exception', async () => {
  expect(await lintTemplate({ template: Buffer.from('нет') })).toMatchObject({
    ok: false,
    problems: [{ code: 'template.damaged', severity: 'error' }],
  });
});

test.each([
  ['', '', 0],
  ['abc', '', 3],
  ['number', 'nubmer', 1],
  ['name', 'nme', 1],
  ['name', 'game', 1],
  ['kitten', 'sitting', 3],
])('%s and %s are %i edits apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

test('a name that is too far away is not suggested', () => {
  expect(suggestName('total', ['number', 'seller.name'])).toBeUndefined();
});
