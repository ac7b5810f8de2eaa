import { createHash } from 'node:crypto';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { readZip, type ZipEntry } from '#main/render/package/zip-reader.ts';

/** A document as lines of XML by the names of its parts, freed from what no reader can see. Two documents are the same when these are equal. */
export type NormalDocument = ReadonlyMap<string, readonly string[]>;

const LIMITS = { entries: 10_000, inflatedBytes: 1_000_000_000 } as const;
/** Elements whose white space is text. */
const HOLDS_TEXT = /^(?:w:t|w:delText|w:instrText|w:delInstrText|a:t|m:t)$/;

/**
 * What is taken away, because XML says it means nothing: the order of attributes, quotes and entities, `<a/>` or `<a></a>`, comments, the XML
 * declaration, white space between elements, line breaks in attributes. Ids of relations are replaced by what they lead to, so that names and
 * numbers of pictures and links may differ, their contents may not.
 */
export async function normalise(bytes: Uint8Array): Promise<NormalDocument> {
  const zip = await readZip(bytes, LIMITS);
  if (!zip.ok) throw new Error(`not a readable package: ${zip.error.code}`);
  const entries = new Map(zip.value.map((entry) => [entry.name, entry]));
  const document = new Map<string, readonly string[]>();
  for (const { name, data } of zip.value) {
    if (name.endsWith('/')) continue;
    if (name.startsWith('word/media/')) continue;
    if (name.endsWith('.rels')) {
      document.set(name, [...relationsOf(name, entries).values()].toSorted());
    } else if (name.endsWith('.xml')) {
      const lines = xmlLines(data, relationsOf(relationsName(name), entries));
      document.set(name, name === '[Content_Types].xml' ? lines.toSorted() : lines);
    } else document.set(name, [digest(data)]);
  }
  const media = zip.value.filter(({ name }) => name.startsWith('word/media/') && !name.endsWith('/'));
  document.set('word/media', media.map(({ name, data }) => `${path.posix.extname(name)} ${digest(data)}`).toSorted());
  return document;
}

const digest = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex').slice(0, 16);

const relationsName = (part: string): string =>
  `${path.posix.dirname(part)}/_rels/${path.posix.basename(part)}.rels`.replace(/^\.\//, '');

/** Where each relation of a part leads: the content of a picture, the name of another part, an address outside. */
function relationsOf(name: string, entries: ReadonlyMap<string, ZipEntry>): ReadonlyMap<string, string> {
  const relations = new Map<string, string>();
  const file = entries.get(name);
  if (!file) return relations;
  const folder = path.posix.join(path.posix.dirname(name), '..');
  const parser = new SaxesParser();
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (tag !== 'Relationship') return;
    const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes;
    const target = TargetMode === 'External' ? Target : path.posix.join(folder, Target.replace(/^\//, ''));
    const picture = target.startsWith('word/media/') ? entries.get(target) : undefined;
    relations.set(Id, `${Type.split('/').at(-1)} → ${picture ? digest(picture.data) : target} ${TargetMode}`.trimEnd());
  });
  parser.write(Buffer.from(file.data).toString('utf8')).close();
  return relations;
}

/** One line for each start of an element, each end and each text. */
function xmlLines(data: Uint8Array, relations: ReadonlyMap<string, string>): string[] {
  const lines: string[] = [];
  const open: string[] = [];
  let text = '';
  const flush = (): void => {
    const isSpace = text.trim() === '' && !HOLDS_TEXT.test(open.at(-1) ?? '');
    if (text !== '' && !isSpace) lines.push(`«${text}»`);
    text = '';
  };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    flush();
    open.push(name);
    lines.push(`<${name}${attributesText(attributes, relations)}>`);
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('cdata', (more) => {
    text += more;
  });
  parser.on('closetag', ({ name }) => {
    flush();
    open.pop();
    lines.push(`</${name}>`);
  });
  parser.write(Buffer.from(data).toString('utf8')).close();
  return lines;
}

function attributesText(attributes: Readonly<Record<string, string>>, relations: ReadonlyMap<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      const target = name.startsWith('r:') ? relations.get(value) : undefined;
      return ` ${name}="${target ?? value.replaceAll(/\s/g, ' ')}"`;
    })
    .toSorted()
    .join('');
}

/** Where two documents part, with a few lines around; undefined when they are the same. */
export function firstDifference(expected: NormalDocument, actual: NormalDocument): string | undefined {
  for (const name of new Set([...expected.keys(), ...actual.keys()])) {
    const left = expected.get(name);
    const right = actual.get(name);
    if (left === undefined || right === undefined) return `${name}: only in ${left ? 'the reference' : 'ours'}`;
    const length = Math.max(left.length, right.length);
    for (let at = 0; at < length; at += 1) {
      if (left[at] !== right[at]) {
        const around = (lines: readonly string[]): string => lines.slice(Math.max(0, at - 4), at + 6).join('');
        return `${name}, line ${at + 1}\n  reference: ${around(left)}\n  ours:      ${around(right)}`;
      }
    }
  }
  return undefined;
}
