import { describe, expect, test } from 'vitest';
import { aDocx, paragraph } from '#test/helpers/docx-fixture.ts';
import { compare } from './compare.ts';
import { CONSTRUCT_DATA } from './construct-data.ts';
import { HAND_WRITTEN, handWrittenTemplate } from './hand-written/all.ts';
import { normalise } from './normalise.ts';

const EMPTY_DATA = { ...CONSTRUCT_DATA, lines: [], names: [], paid: false, late: true, multi: '' };
const ONE_LINE = { ...CONSTRUCT_DATA, lines: CONSTRUCT_DATA.lines.slice(0, 1), names: ['а'] };

describe('a construct of Word gives the same document as the reference', () => {
  test.each(HAND_WRITTEN.map((sample) => [sample.name, sample] as const))('%s', async (_name, sample) => {
    const template = handWrittenTemplate(sample);
    const stories: string[] = [];
    for (const data of [CONSTRUCT_DATA, ONE_LINE, EMPTY_DATA]) {
      const verdict = await compare({ template, data });
      if (verdict.kind === 'different') stories.push(verdict.story);
    }
    expect(sample.explained === undefined ? stories : []).toEqual([]);
    // What no longer differs needs no explanation any more.
    expect(sample.explained === undefined || stories.length > 0).toBe(true);
  });
});

const lines = async (body: string) => (await normalise(aDocx(body))).get('word/document.xml');

test('the comparison sees what a reader would see, and nothing else', async () => {
  const same = [
    '<w:p w:a="1" w:b="2"><w:r><w:t>x &amp; y</w:t></w:r></w:p>',
    "<w:p  w:b='2' w:a='1'>\n<w:r><w:t>x &#38; y</w:t><!-- note --></w:r></w:p>",
  ];
  expect(await lines(same[0] ?? '')).toEqual(await lines(same[1] ?? ''));
  expect(await lines(paragraph('x'))).not.toEqual(await lines(paragraph('x ')));
  expect(await lines(paragraph('x'))).not.toEqual(await lines(paragraph('x', '')));
  expect(await lines('<w:p w:a="1"/>')).not.toEqual(await lines('<w:p w:a="2"/>'));
});
