import { inflateSync } from 'node:zlib';

/** What a packed part of a PDF may grow to; a page tree is never that large. */
const MOST_INFLATED_BYTES = 32 * 1024 * 1024;

/** Characters between the name of a packed object and its data. */
const MOST_HEAD = 1_000;

/**
 * Pages of a finished PDF; null for anything else, so it also tells a whole file from one cut short by a kill.
 * Counting `/Type /Page` would miss the pages that Word and newer LibreOffice pack into object streams. The root of the
 * page tree holds the sum in `/Count`, and no branch of the tree holds more.
 */
export const countPdfPages = (pdf: Uint8Array): number | null => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  if (!text.startsWith('%PDF-') || !text.slice(-1024).includes('%%EOF')) return null;
  let most = 0;
  for (const body of [...plainObjects(text), ...packedObjects(bytes, text)]) most = Math.max(most, countInObject(body));
  return most === 0 ? null : most;
};

/** Dictionaries of the objects that stand in the file as they are. */
const plainObjects = (text: string): string[] =>
  [...text.matchAll(/\b\d+ \d+ obj\b([^]*?)(?:\bendobj\b|\bstream\r?\n)/gu)].map(([, body = '']) => body);

/** `/Count` of a node of the page tree; 0 for any other object. */
const countInObject = (body: string): number => {
  if (!/\/Type\s*\/Pages\b/u.test(body)) return 0;
  let own = body.replaceAll(/(?<!<)<[\da-f\s]*>(?!>)/giu, '').replace('<<', '');
  for (let before = ''; before !== own;) {
    before = own;
    own = own.replaceAll(/<<[^<>]*>>/gu, '');
  }
  return Number(/\/Count\s+(\d+)/u.exec(own)?.[1] ?? 0);
};

/** Objects that are packed together (`/Type /ObjStm`, PDF 1.5): pairs «number offset», then the objects themselves. */
function* packedObjects(bytes: Buffer, text: string): Generator<string> {
  for (const { index } of text.matchAll(/\/ObjStm\b/gu)) {
    const start = text.lastIndexOf(' obj', index);
    const head = /^[^]*?\bstream\r?\n/u.exec(text.slice(start, index + MOST_HEAD))?.[0];
    if (head === undefined) continue;
    const from = start + head.length;
    const inflated = inflate(bytes.subarray(from, text.indexOf('endstream', from)));
    const first = Number(/\/First\s+(\d+)/u.exec(head)?.[1] ?? 0);
    const offsets = inflated
      .slice(0, first)
      .trim()
      .split(/\s+/u)
      .map(Number)
      .filter((_, at) => at % 2 === 1);
    for (const [at, offset] of offsets.entries()) {
      const next = offsets[at + 1];
      yield inflated.slice(first + offset, next === undefined ? undefined : first + next);
    }
  }
}

const inflate = (packed: Buffer): string => {
  try {
    return inflateSync(packed, { maxOutputLength: MOST_INFLATED_BYTES }).toString('latin1');
  } catch {
    return ''; // Damaged or encrypted: its page tree, if it holds one, cannot be read.
  }
};
