import * as fc from 'fast-check';
import type { Block, Inline, Paragraph, Row, TemplateTree } from './template-tree.ts';

const choice = fc.nat(40);
const name = fc.nat(6);

const text: fc.Arbitrary<Inline> = fc
  .oneof(
    fc.constantFrom(
      'Итого: ',
      ' ',
      'а & б <в>',
      '}',
      'одна { скобка }',
      '$&',
      '—',
      '',
      '«»',
      'Сумма прописью ',
      ' руб.',
    ),
    fc.string({ maxLength: 6, unit: fc.constantFrom('а', 'b', ' ', '1', '«', '😀') }),
  )
  .map((words) => ({ kind: 'text', text: words }));
const value: fc.Arbitrary<Inline> = fc.record({ kind: fc.constant('value' as const), choice, form: fc.nat(5) });
const markup: fc.Arbitrary<Inline> = fc.record({ kind: fc.constant('markup' as const), choice });
const special: fc.Arbitrary<Inline> = fc.oneof(
  { arbitrary: fc.constant<Inline>({ kind: 'image' }), weight: 4 },
  { arbitrary: fc.constant<Inline>({ kind: 'link' }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant('exec' as const), choice }), weight: 4 },
);

/** What the reference can do within one paragraph: no loop in a loop, no condition in a condition. */
function inlines(allowed: { readonly loop: boolean; readonly condition: boolean }): fc.Arbitrary<Inline[]> {
  return fc.array(
    fc.oneof(
      { arbitrary: text, weight: 4 },
      { arbitrary: value, weight: 5 },
      { arbitrary: markup, weight: 1 },
      { arbitrary: special, weight: 1 },
      ...(allowed.loop
        ? [
            {
              arbitrary: fc.record({
                kind: fc.constant('loop' as const),
                choice,
                name,
                body: inlines({ loop: false, condition: false }),
              }),
              weight: 1,
            },
          ]
        : []),
      ...(allowed.condition
        ? [
            {
              arbitrary: fc.record({
                kind: fc.constant('if' as const),
                choice,
                body: inlines({ loop: false, condition: false }),
              }),
              weight: 1,
            },
          ]
        : []),
    ),
    { maxLength: 4 },
  );
}

const cuts = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(9)), { maxLength: 8 });
const paragraph: fc.Arbitrary<Paragraph> = fc.record({ content: inlines({ loop: true, condition: true }), cuts });
/** Rows know one more rule: no condition within a paragraph when the row itself stands under one written beside it. */
const cell = fc.array(paragraph, { minLength: 1, maxLength: 2 });
const cells: fc.Arbitrary<Row> = fc.record({
  kind: fc.constant('cells' as const),
  cells: fc.array(cell, { minLength: 1, maxLength: 3 }),
});

function rows(depth: number): fc.Arbitrary<Row[]> {
  const inner =
    depth === 0
      ? []
      : [
          {
            arbitrary: fc.record({ kind: fc.constant('loop' as const), choice, name, rows: rows(depth - 1) }),
            weight: 2,
          },
          { arbitrary: fc.record({ kind: fc.constant('if' as const), choice, rows: rows(depth - 1) }), weight: 1 },
        ];
  return fc.array(fc.oneof({ arbitrary: cells, weight: 3 }, ...inner), { maxLength: 3 });
}

const beside = fc.oneof(
  { arbitrary: fc.constant(''), weight: 6 },
  { arbitrary: fc.constantFrom('рядом ', ' '), weight: 1 },
);

function blocks(depth: number, maxLength: number): fc.Arbitrary<Block[]> {
  const inner =
    depth === 0
      ? []
      : [
          {
            arbitrary: fc.record({
              kind: fc.constant('loop' as const),
              choice,
              name,
              blocks: blocks(depth - 1, 3),
              beside,
            }),
            weight: 2,
          },
          {
            arbitrary: fc.record({ kind: fc.constant('if' as const), choice, blocks: blocks(depth - 1, 3), beside }),
            weight: 1,
          },
          { arbitrary: fc.record({ kind: fc.constant('table' as const), rows: rows(2) }), weight: 2 },
        ];
  return fc.array(
    fc.oneof({ arbitrary: fc.record({ kind: fc.constant('paragraph' as const), paragraph }), weight: 4 }, ...inner),
    { maxLength },
  );
}

export const templates: fc.Arbitrary<TemplateTree> = fc.record({
  body: blocks(3, 5),
  header: fc.oneof({ arbitrary: fc.constant([]), weight: 3 }, { arbitrary: blocks(2, 2), weight: 1 }),
  quotes: fc.nat(5),
});

const texts = fc.constantFrom(
  'Доставка',
  '',
  'a & <b> "c" \'d\'',
  'строка\nвторая\r\nтретья',
  '\nс новой',
  '😀',
  '{{number}}',
  '$& $1',
  'x\ty',
  '   ',
  ']]>',
  '0',
);
const number = fc.oneof(fc.integer({ min: -3, max: 5_000 }), fc.constantFrom(0.1, 1_234.5));
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary);

const part = fc.record({ name: texts, sum: number });
const line = fc.record({
  name: texts,
  sum: number,
  vat: optional(texts),
  isLast: fc.boolean(),
  parts: fc.array(part, { maxLength: 2 }),
  tags: fc.array(texts, { maxLength: 3 }),
});

/** Orders for the generated templates; every name that a template may use is there. */
export const orders = fc.record({
  number: texts,
  total: number,
  count: fc.nat(5),
  paid: fc.boolean(),
  nothing: fc.constant(null),
  покупатель: fc.record({ имя: texts, телефон: optional(texts) }),
  lines: fc.array(line, { maxLength: 3 }),
  строки: fc.array(line, { maxLength: 2 }),
  names: fc.array(texts, { maxLength: 3 }),
  none: fc.constant([]),
});
