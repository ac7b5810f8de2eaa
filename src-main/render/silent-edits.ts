import { readZip } from '#main/opc/read-zip.ts';
import { writeZip } from './package/zip-writer.ts';

const LIMITS = { entries: 2000, inflatedBytes: 64 * 1024 * 1024 };

/** What an unfair partner changes and does not mention: a term, a rate, a «не»; each once, inside one run of text. */
const EDITS: readonly (readonly [RegExp, string])[] = [
  [
    /(>[^<]*?)(?<!\d)(\d{1,2})([\s\u00A0]+(?:\([^)<]*\)[\s\u00A0]+)?(?:рабочих|календарных|банковских)?[\s\u00A0]*дн)/u,
    '$190$3',
  ],
  [/(>[^<]*?)(?<!\d)0,(\d)([\s\u00A0]*%)/u, '$10,9$3'],
  [/(>[^<]*?)([\s\u00A0]не)(?=[\s\u00A0])/u, '$1'],
];

/** The document with three silent edits; null when it is no .docx or has no place for them. For the demonstration. */
export const silentlyEdited = async (docx: Uint8Array): Promise<Uint8Array | null> => {
  const zip = await readZip(docx, LIMITS);
  if (!zip.ok) return null;
  const body = zip.value.find(({ name }) => name === 'word/document.xml');
  if (body === undefined) return null;
  let xml = Buffer.from(body.data).toString('utf8');
  for (const [pattern, replacement] of EDITS) {
    const edited = xml.replace(pattern, replacement);
    if (edited === xml) return null;
    xml = edited;
  }
  const entries = zip.value.map((entry) => (entry === body ? { ...entry, data: Buffer.from(xml, 'utf8') } : entry));
  return writeZip(entries, 6);
};
