import { describe, expect, test } from 'vitest';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { docxOutline } from './docx-outline.ts';
import { fillForm } from './fill-form.ts';
import { expectGoldenText } from './golden-file.ts';
import { sampleSource } from './sample-sources.ts';

describe.each(DOCUMENT_KINDS)('%s', (kind) => {
  test('says exactly what was reviewed', async () => {
    expectGoldenText(`${kind}/golden/content.txt`, docxOutline(await fillForm(sampleSource(kind))));
  });

  test('the sample beside the form is the view of the sample order', () => {
    expectGoldenText(`${kind}/sample.json`, `${JSON.stringify(viewOf(sampleSource(kind)).data, null, 2)}\n`);
  });

  test('the same order gives the same bytes, so a reprint equals the print', async () => {
    const [first, second] = await Promise.all([fillForm(sampleSource(kind)), fillForm(sampleSource(kind))]);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  test('no command is left in the filled form', async () => {
    expect(docxOutline(await fillForm(sampleSource(kind)))).not.toMatch(/\{\{|\}\}|undefined|\[object/u);
  });
});
