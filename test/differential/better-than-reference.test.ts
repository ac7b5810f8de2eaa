import { expect, test } from 'vitest';
import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { aDocx, paragraph, paragraphsOf, table } from '#test/helpers/docx-fixture.ts';
import { compare } from './compare.ts';

const data = {
  paid: true,
  late: false,
  lines: [
    { name: 'А', tags: ['1', '2'] },
    { name: 'Б', tags: ['3'] },
  ],
};

const CASES: readonly (readonly [id: string, body: string, texts: readonly string[]])[] = [
  [
    'nested-loop-in-paragraph',
    paragraph('{{FOR a IN lines}}{{$a.name}}: {{FOR t IN $a.tags}}{{$t}},{{END-FOR t}}; {{END-FOR a}}'),
    ['А: 1,2,; Б: 3,; '],
  ],
  ['nested-condition', paragraph('{{IF paid}}да{{IF late}} поздно{{END-IF}}!{{END-IF}}'), ['да!']],
  [
    'nested-condition',
    table([paragraph('{{IF paid}}{{IF paid}}да{{END-IF}}{{END-IF}}'), paragraph('{{IF late}}x{{END-IF}}y')]),
    ['да', 'y'],
  ],
  [
    'loop-in-nested-table',
    table([
      table([paragraph('{{FOR a IN lines}}')], [paragraph('{{$a.name}}')], [paragraph('{{END-FOR a}}')]) +
        paragraph('после'),
    ]),
    ['А', 'Б', 'после'],
  ],
];

test.each(CASES)('%s: the reference refuses, ours says what the author meant (%#)', async (id, body, texts) => {
  const template = aDocx(body);
  expect(await compare({ template, data })).toMatchObject({ kind: 'explained', id });
  const result = await createCompiledEngine().render({ template, data, delimiters: DEFAULT_DELIMITERS });
  expect(result.ok && (await paragraphsOf(result.value.bytes))).toEqual(texts);
});
