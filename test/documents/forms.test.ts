import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { lintTemplate } from '#main/render/lint-template.ts';
import { buildFormBytes } from '#templates/forms.ts';
import { describeForm, fieldsOf } from '#templates/parts/form-description.ts';
import { readOwnZip } from '#templates/parts/zip.ts';
import { templatePath } from '../golden/golden-file.ts';
import { anyViewOf } from '../golden/fill-form.ts';
import { sampleOf } from '../golden/sample-papers.ts';

describe.each(DOCUMENT_KINDS)('the form of %s', (kind) => {
  // Entry by entry: zlib may pack the same text differently on another processor.
  test('on disk is what its script makes', async () => {
    expect(readOwnZip(readFileSync(templatePath(`${kind}/form.docx`)))).toEqual(readOwnZip(await buildFormBytes(kind)));
  });

  test('comes out the same twice, whatever the day', async () => {
    expect((await buildFormBytes(kind)).equals(await buildFormBytes(kind))).toBe(true);
  });

  test('is described by the view of the sample order', () => {
    const written: unknown = JSON.parse(readFileSync(templatePath(`${kind}/form.json`), 'utf8'));
    expect(written).toEqual(describeForm(kind, anyViewOf(sampleOf(kind)).data));
  });

  test('has no command that the linter objects to and asks for known fields only', async () => {
    const { data } = anyViewOf(sampleOf(kind));
    const report = await lintTemplate({ template: await buildFormBytes(kind), knownFields: fieldsOf(data) });
    expect(report.problems).toEqual([]);
    expect(report.ok).toBe(true);
  });
});
