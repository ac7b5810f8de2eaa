import { SaxesParser } from 'saxes';
import { readZip, type ZipEntry } from '../../../src-main/render/package/zip-reader.ts';
import { expectedTexts, type Form, type FormData } from './form.ts';

const LIMITS = { entries: 1_000, inflatedBytes: 1_000_000_000 } as const;

export async function entriesOf(bytes: Uint8Array): Promise<readonly ZipEntry[]> {
  const zip = await readZip(bytes, LIMITS);
  if (!zip.ok) throw new Error(`not a readable package: ${zip.error.code}`);
  return zip.value;
}

/** Throws when a filled paper does not say exactly what it should, or has lost its picture. */
export async function checkPaper(engine: string, form: Form, data: FormData, bytes: Uint8Array): Promise<void> {
  const entries = await entriesOf(bytes);
  const textsOf = (pattern: RegExp): string[] =>
    entries.filter(({ name }) => pattern.test(name)).flatMap(({ data: part }) => paragraphTexts(part));
  const actual = [
    ...textsOf(/^word\/document\d*\.xml$/),
    ...textsOf(/^word\/header\d*\.xml$/),
    ...textsOf(/^word\/footer\d*\.xml$/),
  ];
  const expected = expectedTexts(form, data);
  const wrong = expected.findIndex((text, index) => text !== actual[index]);
  const at = wrong < 0 && actual.length > expected.length ? expected.length : wrong;
  if (at >= 0) throw new Error(`${engine}, ${form.name}: «${actual[at]}» where «${expected[at]}» is expected`);
  const needsPicture = form.blocks.some(({ kind }) => kind === 'picture');
  const hasPicture = entries.some(({ name, data: part }) => /^word\/media\/./.test(name) && part.byteLength > 100);
  if (needsPicture && !hasPicture) throw new Error(`${engine}, ${form.name}: the picture is missing`);
}

/** The texts of the paragraphs that have any. */
function paragraphTexts(part: Uint8Array): string[] {
  const texts: string[] = [];
  let paragraph = '';
  let isText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    isText = name === 'w:t';
  });
  parser.on('text', (text) => {
    if (isText) paragraph += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') isText = false;
    if (name !== 'w:p') return;
    if (paragraph.trim() !== '') texts.push(paragraph);
    paragraph = '';
  });
  parser.write(Buffer.from(part).toString('utf8')).close();
  return texts;
}
