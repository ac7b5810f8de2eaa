import { readFile, writeFile } from 'node:fs/promises';
import { DOCUMENT_KINDS, type Json } from '#shared/domain/document/document.ts';
import { buildFormBytes } from './forms.ts';
import { describeForm } from './parts/form-description.ts';

/** The sample is written by the golden tests; JSON of our own making needs no schema. */
const readSample = async (kind: string): Promise<{ readonly [key: string]: Json }> =>
  JSON.parse(await readFile(new URL(`${kind}/sample.json`, import.meta.url), 'utf8')) as {
    readonly [key: string]: Json;
  };

// Writes form.docx and form.json of every kind. Run it after a change of a build.ts or of a sample; tests compare the files with it.
for (const kind of DOCUMENT_KINDS) {
  const bytes = await buildFormBytes(kind);
  await writeFile(new URL(`${kind}/form.docx`, import.meta.url), bytes);
  const description = describeForm(kind, await readSample(kind));
  await writeFile(new URL(`${kind}/form.json`, import.meta.url), `${JSON.stringify(description, null, 2)}\n`);
  console.log(`${kind}: form.docx ${bytes.length} bytes, ${description.fields.length} fields`);
}
