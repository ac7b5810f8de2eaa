import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openDocxPackage } from '#main/render/docx-package.ts';
import { TEMPLATE_PROBLEM_CODES, templateProblem } from '#main/render/template-problem.ts';
import { aDocx, CONTENT_TYPES, documentXml, docxParts, paragraph } from '#test/helpers/docx-fixture.ts';
import { gigabyteOfZeros, honestEntry, rawZip, type RawEntry } from '#test/helpers/hostile-zip.ts';

const BODY = paragraph('Счет № {{number}}');
const honest = (): RawEntry[] => Object.entries(docxParts(BODY)).map(([name, text]) => honestEntry(name, text));

async function codesOf(bytes: Uint8Array): Promise<string[]> {
  const docx = await openDocxPackage(bytes);
  return docx.ok ? [] : docx.error.map(({ code }) => code);
}

function relations(...items: string[]): Record<string, string> {
  const xml = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
  return { 'word/_rels/document.xml.rels': xml };
}

const relation = (kind: string, target: string, mode = 'External'): string =>
  `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="${mode}"/>`;

const field = (...instructions: string[]): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${instructions.map((text) => `<w:r><w:instrText>${text}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

test('page numbers, links and dates are ordinary fields', async () => {
  const body =
    field(' PAGE ') +
    field('HYPERLINK "https://example.ru/link"') +
    field('DATE \\@ "dd.MM.yyyy"') +
    field('IF a = b "link" "dde"');
  expect(await codesOf(aDocx(body))).toEqual([]);
});

test('an ordinary document is opened', async () => {
  const docx = await openDocxPackage(aDocx(BODY));
  expect(docx).toMatchObject({ ok: true, value: { mainPart: 'word/document.xml' } });
});

test('links that the reader clicks, and the path of the author’s own .dotx, are no danger', async () => {
  const parts = relations(
    relation('hyperlink', 'https://example.ru/'),
    relation('attachedTemplate', 'file:///C:\\Шаблоны\\Счет.dotx'),
  );
  expect(await codesOf(aDocx(BODY, parts))).toEqual([]);
});

describe('a zip bomb is refused', () => {
  test('by its declared size, before anything is inflated', async () => {
    const bomb = {
      name: 'word/bomb.bin',
      body: gigabyteOfZeros(),
      method: 8,
      declaredSize: 1024 ** 3,
      crc: 0,
    } as const;
    const file = rawZip([...honest(), bomb]);
    expect(file.byteLength).toBeLessThan(3 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const started = performance.now();
    expect(await codesOf(file)).toEqual(['template.tooLarge']);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  test('when it lies about its size', async () => {
    const bomb = { name: 'word/bomb.bin', body: gigabyteOfZeros(), method: 8, declaredSize: 1_000, crc: 0 } as const;
    expect(await codesOf(rawZip([...honest(), bomb]))).toEqual(['template.damaged']);
  });

  test('when many files together are too large', async () => {
    const file = deflateRawSync(Buffer.alloc(1024 * 1024));
    const many = Array.from({ length: 300 }, (_, index) => ({
      name: `word/media/${index}.bin`,
      body: file,
      method: 8 as const,
      declaredSize: 1024 * 1024,
      crc: crc32(Buffer.alloc(1024 * 1024)),
    }));
    expect(await codesOf(rawZip([...honest(), ...many]))).toEqual(['template.tooLarge']);
  });

  test('when it has too many files', async () => {
    const many = Array.from({ length: 2_100 }, (_, index) => honestEntry(`word/media/${index}.txt`, 'x'));
    expect(await codesOf(rawZip([...honest(), ...many]))).toEqual(['template.tooLarge']);
  });
});

const whole = aDocx(BODY);
const BOMB = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
const withHead = (head: string): string => documentXml(paragraph('&b;')).replace('?>', `?>${head}`);

const REFUSED: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['an empty file', 'template.damaged', () => new Uint8Array()],
  ['a text that calls itself .docx', 'template.damaged', () => Buffer.from('не документ')],
  ['a file that was cut off', 'template.damaged', () => whole.subarray(0, whole.byteLength - 300)],
  [
    'a file with a changed byte',
    'template.damaged',
    () => whole.map((byte, index) => (index === 60 ? byte ^ 0xff : byte)),
  ],
  ['two files of one name', 'template.damaged', () => rawZip([...honest(), honestEntry('word/document.xml', 'x')])],
  [
    'two names that differ in case',
    'template.damaged',
    () => rawZip([...honest(), honestEntry('Word/Document.XML', 'x')]),
  ],
  [
    'a name that leads out of the folder',
    'template.damaged',
    () => rawZip([...honest(), honestEntry('../evil.xml', 'x')]),
  ],
  ['a false checksum', 'template.damaged', () => rawZip([...honest(), { ...honestEntry('a.bin', 'x'), crc: 1 }])],
  [
    'an unknown compression',
    'template.damaged',
    () => rawZip([...honest(), { ...honestEntry('a.bin', 'x'), method: 12 }]),
  ],
  ['an encrypted file', 'template.encrypted', () => rawZip([...honest(), { ...honestEntry('a.bin', 'x'), flags: 1 }])],
  ['a zip without a document', 'template.notDocx', () => rawZip([honestEntry('a.txt', 'x')])],
  [
    'a package whose main part is absent',
    'template.notDocx',
    () => rawZip([honestEntry('[Content_Types].xml', CONTENT_TYPES)]),
  ],
  ['an entity bomb', 'template.entities', () => aDocx(BODY, { 'word/document.xml': withHead(BOMB) })],
  [
    'an entity that names a file',
    'template.entities',
    () => aDocx(BODY, { 'word/styles.xml': '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><s>&x;</s>' }),
  ],
  [
    'a document type in lower case',
    'template.entities',
    () => aDocx(BODY, { 'word/_rels/document.xml.rels': '<!doctype r><r/>' }),
  ],
  [
    'XML that is not well-formed',
    'template.damaged',
    () => aDocx(BODY, { 'word/document.xml': '<w:document><w:body></w:document>' }),
  ],
  ['a control character in XML', 'template.damaged', () => aDocx(paragraph('a\u0001b'))],
  ['a control character as a reference', 'template.damaged', () => aDocx('<w:p><w:r><w:t>&#1;</w:t></w:r></w:p>')],
  ['an XML bottomless pit', 'template.damaged', () => aDocx('<w:p>'.repeat(5_000) + '</w:p>'.repeat(5_000))],
  [
    'a part that docx-templates would fill and we would not check',
    'template.damaged',
    () => aDocx(BODY, { 'word/a.xml.bak': 'x' }),
  ],
  ['a macro', 'template.hasMacro', () => aDocx(BODY, { 'word/vbaProject.bin': 'x' })],
  ['an ActiveX control', 'template.hasMacro', () => aDocx(BODY, { 'word/activeX/activeX1.xml': '<a/>' })],
  [
    'a .docm under another name',
    'template.hasMacro',
    () =>
      aDocx(BODY, {
        '[Content_Types].xml': CONTENT_TYPES.replace(
          'vnd.openxmlformats-officedocument.wordprocessingml.document',
          'vnd.ms-word.document.macroEnabled',
        ),
      }),
  ],
  [
    'a picture from the network',
    'template.externalLink',
    () => aDocx(BODY, relations(relation('image', 'http://example.ru/spy.png'))),
  ],
  [
    'a remote template',
    'template.externalLink',
    () => aDocx(BODY, relations(relation('attachedTemplate', 'https://example.ru/evil.dotm'))),
  ],
  [
    'a template on a strange server',
    'template.externalLink',
    () => aDocx(BODY, relations(relation('attachedTemplate', '\\\\server\\share\\evil.dotm'))),
  ],
  [
    'an object from the network',
    'template.externalLink',
    () => aDocx(BODY, relations(relation('oleObject', 'http://example.ru/a'))),
  ],
  [
    'a page of HTML inside',
    'template.externalLink',
    () => aDocx(BODY, relations(relation('aFChunk', 'a.html', 'Internal'))),
  ],
  [
    'a field that starts a program',
    'template.externalLink',
    () => aDocx(field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe')),
  ],
  [
    'such a field split over runs and written with references',
    'template.externalLink',
    () => aDocx(field('D&#68;', 'EAUTO a b')),
  ],
  [
    'such a field in the short form',
    'template.externalLink',
    () => aDocx('<w:p><w:fldSimple w:instr=" INCLUDEPICTURE http://example.ru/a.png"/></w:p>'),
  ],
  [
    'a link to a program',
    'template.externalLink',
    () => aDocx(BODY, relations(relation('hyperlink', 'file:///C:/Windows/System32/calc.exe'))),
  ],
];

describe('refused is', () => {
  test.each(REFUSED)('%s: %s', async (_name, code, make) => {
    expect([...new Set(await codesOf(make()))]).toEqual([code]);
  });

  test('UTF-16, which would hide a document type', async () => {
    const utf16 = Buffer.from(`\uFEFF${withHead(BOMB)}`, 'utf16le');
    const entry = {
      name: 'word/styles.xml',
      body: utf16,
      method: 0,
      declaredSize: utf16.byteLength,
      crc: crc32(utf16),
    } as const;
    expect(await codesOf(rawZip([...honest(), entry]))).toEqual(['template.damaged']);
  });
});

test.each(TEMPLATE_PROBLEM_CODES)('%s has a text and a hint in Russian', (code) => {
  const { message, data } = templateProblem(code, 'document.xml', {
    command: 'x',
    name: 'x',
    expression: 'x',
    expected: 'IF',
    seconds: 60,
  });
  expect(message).toMatch(/^[А-ЯЁ].*[.] .*[А-Яа-яё].*[.]$/);
  expect(message).not.toMatch(/undefined|\[object/);
  expect(data['hint']).toMatch(/[а-яё]/);
});
