import { crc32, deflateRawSync } from 'node:zlib';
import { encodePart } from './encode-part.ts';
import { OP } from './program.ts';
import type { FixedBlock, PackedFile, RelationsPlan } from './template-code.ts';
import { parseXml, serialise, startOfTag, XML_DECLARATION } from './xml-tree.ts';
import { DEFLATED, directoryRecord, localHeader, STORED } from './zip-records.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const KINDS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PICTURE_TYPES: readonly (readonly [extension: string, type: string])[] = [
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['bmp', 'image/bmp'],
  ['svg', 'image/svg+xml'],
];

/** Compiling happens once, so these files are pressed as hard as zlib can. */
const LEVEL = 9;

export function packFile(name: string, data: Uint8Array): PackedFile {
  const deflated = deflateRawSync(data, { level: LEVEL });
  const isSmaller = deflated.length < data.length;
  const body = isSmaller ? deflated : data;
  const method = isSmaller ? DEFLATED : STORED;
  return { record: { name, method, crc: crc32(data), packedSize: body.length, size: data.length }, body };
}

export function fixedBlock(files: readonly PackedFile[]): FixedBlock {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { record, body } of files) {
    const header = localHeader(record);
    chunks.push(header, body);
    directory.push(directoryRecord(record, offset));
    offset += header.length + body.length;
  }
  return { bytes: Buffer.concat(chunks), directory: Buffer.concat(directory), count: files.length };
}

/** The name of the file with the relations of a part. */
export const relationsName = (part: string): string => part.replace(/([^/]+)$/, '_rels/$1.rels');

export function planRelations(name: string, data: Uint8Array | undefined): RelationsPlan {
  const root = data ? parseXml(Buffer.from(data).toString('utf8')) : undefined;
  const start = root ? startOfTag(root.name, root.attributes) : `<Relationships xmlns="${RELATIONSHIPS}"`;
  const chunks = [
    `${XML_DECLARATION}${start}>${root?.children.map(serialise).join('') ?? ''}`,
    '<Relationship Id="',
    `" Type="${KINDS}/image" Target="`,
    '"/>',
    `" Type="${KINDS}/hyperlink" Target="`,
    '" TargetMode="External"/>',
    `</${root?.name ?? 'Relationships'}>`,
  ];
  const steps = [...chunks.keys()].map((a) => ({ op: OP.text, a, b: 0, c: 0, steps: [] }));
  return { name, unchanged: data ? packFile(name, data) : undefined, encoded: encodePart(chunks, steps) };
}

/** `[Content_Types].xml` for a document with pictures. */
export function typesWithPictures(data: Uint8Array): Uint8Array {
  const root = parseXml(Buffer.from(data).toString('utf8'));
  if (!root) return data;
  const known = new Set(
    root.children.flatMap((child) => (child.kind === 'element' ? [child.attributes['Extension']?.toLowerCase()] : [])),
  );
  for (const [extension, type] of PICTURE_TYPES) {
    if (known.has(extension)) continue;
    const attributes = { Extension: extension, ContentType: type };
    root.children.push({ kind: 'element', name: 'Default', attributes, children: [], parent: root });
  }
  return Buffer.from(XML_DECLARATION + serialise(root), 'utf8');
}
