import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileExpression } from '#main/render/expression/compile.ts';
import { evaluate } from '#main/render/expression/evaluate.ts';
import { STANDARD_FUNCTIONS } from '#main/render/expression/functions.ts';
import { prepareData } from '#main/render/render-data.ts';
import { flags, lists, numbers, simples, texts } from './expression-arbitrary.ts';
import { EXPRESSION_DATA, type Tree } from './expression-tree.ts';
import { runsOf } from './sizes.ts';

const data = prepareData(EXPRESSION_DATA);
if (!data.ok) throw new Error(data.error.code);
const scope = [data.value, STANDARD_FUNCTIONS];

const DEPTH = 3;
const KINDS: readonly (readonly [string, fc.Arbitrary<Tree<unknown>>])[] = [
  ['numbers', numbers(DEPTH, undefined)],
  ['texts', texts(DEPTH, undefined)],
  ['conditions', flags(DEPTH, undefined)],
  ['lists', lists(DEPTH)],
  ['anything that may be nothing', simples(DEPTH, undefined)],
];

describe('a generated expression answers as JavaScript does', () => {
  test.each(KINDS)(
    '%s',
    (_kind, arbitrary) => {
      fc.assert(
        fc.property(arbitrary, ({ source, value }) => {
          const compiled = compileExpression(source);
          // Too long or too deep a source is honestly refused; nothing else is.
          fc.pre(compiled.ok || compiled.error.code !== 'template.expression.limit');
          const answer = compiled.ok ? evaluate(compiled.value, scope) : compiled;
          expect({ source, ...answer }).toEqual({ source, ok: true, value: value({}) });
        }),
        runsOf({ ci: 400, full: 20_000 }),
      );
    },
    300_000,
  );
});
