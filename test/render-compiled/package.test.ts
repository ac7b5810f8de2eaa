import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { aDocx, paragraph, partNames, partText, table } from '#test/helpers/docx-fixture.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { rendered } from './helpers.ts';

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const body =
  paragraph('{{number}}{{IMAGE qr}}') +
  paragraph('{{LINK site}}') +
  table([paragraph('{{FOR l IN lines}}')], [paragraph('{{$l}}')], [paragraph('{{END-FOR l}}')]);
const data = {
  number: 'А-17',
  qr: { $image: { base64: png, extension: '.png', widthCm: 3, heightCm: 3, alt: 'Код «QR» & "оплата"' } },
  site: { url: 'https://example.ru/?a=1&b=2', label: 'Сайт <наш>' },
  lines: Array.from({ length: 300 }, (_, index) => `Позиция ${index}`),
};

const folder = mkdtempSync(path.join(tmpdir(), 'Комплект compiled '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

async function aFile(): Promise<string> {
  const file = path.join(folder, 'Документ с пробелами.docx');
  writeFileSync(file, (await rendered(body, data)).bytes);
  return file;
}

describeUnless(has('unzip', '-v') ? undefined : 'no unzip here')('Info-ZIP', () => {
  test('accepts the package', async () => {
    expect(spawnSync('unzip', ['-tq', await aFile()]).status).toBe(0);
  });
});

describeUnless(has('python3', '--version') ? undefined : 'no Python here')('Python', () => {
  test('accepts the package', async () => {
    const code = 'import sys, zipfile; sys.exit(zipfile.ZipFile(sys.argv[1]).testzip() is not None)';
    expect(spawnSync('python3', ['-c', code, await aFile()]).status).toBe(0);
  });
});

test('every local header has the sizes, the checksum, the UTF-8 mark and the fixed date; there are no data descriptors', async () => {
  const bytes = Buffer.from((await rendered(body, data)).bytes);
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const local = bytes.readUInt32LE(at + 42);
    expect(bytes.readUInt32LE(local)).toBe(0x04034b50);
    expect(bytes.readUInt16LE(local + 6)).toBe(0x0800);
    expect(bytes.readUInt32LE(local + 10)).toBe(0x0021_0000);
    // From the version to the length of the name both records say the same.
    expect(bytes.subarray(local + 4, local + 28).equals(bytes.subarray(at + 6, at + 30))).toBe(true);
    expect(bytes.readUInt32LE(local + 18)).toBeGreaterThan(0);
    at += 46 + bytes.readUInt16LE(at + 28);
  }
  expect(at).toBe(end);
});

test('pictures and links have their relations and their type', async () => {
  const { bytes } = await rendered(body, data);
  const relations = await partText(bytes, 'word/_rels/document.xml.rels');
  expect(relations).toContain('Target="media/template_document.xml_img1.png"');
  expect(relations).toContain('Target="https://example.ru/?a=1&amp;b=2" TargetMode="External"');
  expect(await partText(bytes, '[Content_Types].xml')).toContain('Extension="png" ContentType="image/png"');
  expect(await partNames(bytes)).toContain('word/media/template_document.xml_img1.png');
  const xml = await partText(bytes);
  expect(xml).toContain('descr="Код «QR» &amp; &quot;оплата&quot;"');
  expect(xml).toContain('<w:t>Сайт &lt;наш&gt;</w:t>');
});

test('a document without its picture and link has neither relations nor types for them', async () => {
  const { bytes } = await rendered(body, { ...data, qr: null, site: null });
  expect((await partNames(bytes)).filter((name) => /rels\/document|media/.test(name))).toEqual([]);
  expect(await partText(bytes, '[Content_Types].xml')).not.toContain('image/png');
});

test('the same request gives the same bytes, whatever was rendered between', async () => {
  const template = aDocx(body);
  const print = async (engine = createCompiledEngine(), values: unknown = data) => {
    const result = await engine.render({ template, data: values, delimiters: DEFAULT_DELIMITERS });
    return result.ok ? Buffer.from(result.value.bytes) : Buffer.alloc(0);
  };
  const engine = createCompiledEngine();
  const first = await print(engine);
  await print(engine, { ...data, number: 'Б-1', lines: [] });
  expect(first.equals(await print(engine))).toBe(true);
  expect(first.equals(await print(createCompiledEngine(), structuredClone(data)))).toBe(true);
  expect(first.length).toBeGreaterThan(1_000);
});
