import { describe, expect, test } from 'vitest';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { docxOutline } from './docx-outline.ts';
import { anyViewOf, fillForm } from './fill-form.ts';
import { expectGoldenText } from './golden-file.ts';
import { sampleOf } from './sample-papers.ts';

describe.each(DOCUMENT_KINDS)('%s', (kind) => {
  test('says exactly what was reviewed', async () => {
    expectGoldenText(`${kind}/golden/content.txt`, docxOutline(await fillForm(sampleOf(kind))));
  });

  test('the sample beside the form is the view of the sample order', () => {
    expectGoldenText(`${kind}/sample.json`, `${JSON.stringify(anyViewOf(sampleOf(kind)).data, null, 2)}\n`);
  });

  test('the same order gives the same bytes, so a reprint equals the print', async () => {
    const [first, second] = await Promise.all([fillForm(sampleOf(kind)), fillForm(sampleOf(kind))]);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  test('no command is left in the filled form', async () => {
    expect(docxOutline(await fillForm(sampleOf(kind)))).not.toMatch(/\{\{|\}\}|undefined|\[object/u);
  });
});
