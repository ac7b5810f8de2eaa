import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { aDocx, paragraph, table } from '#test/helpers/docx-fixture.ts';

const body =
  paragraph('Счет {{number}}{{IF paid}} оплачен{{ELSE}} ждет{{END-IF}} {{IMAGE qr}}') +
  table([paragraph('{{FOR l IN lines.filter(l => l > 1)}}')], [paragraph('{{$l}}')], [paragraph('{{END-FOR l}}')]);
const template = aDocx(body);
const data = { number: 5, paid: true, qr: null, lines: [1, 2, 3] };

const root = mkdtempSync(path.join(tmpdir(), 'Кэш шаблонов '));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function print(cache?: string): Promise<Buffer> {
  const result = await createCompiledEngine({ cache }).render({ template, data, delimiters: DEFAULT_DELIMITERS });
  if (!result.ok || result.value.engine !== 'compiled') throw new Error('not compiled');
  return Buffer.from(result.value.bytes);
}

const onlyFile = (folder: string): string => path.join(folder, readdirSync(folder)[0] ?? '');

test('a template from the disk prints the same bytes', async () => {
  const folder = path.join(root, 'same', 'made when needed');
  const first = await print(folder);
  const stored = readFileSync(onlyFile(folder));
  expect((await print(folder)).equals(first)).toBe(true);
  expect((await print()).equals(first)).toBe(true);
  expect(readFileSync(onlyFile(folder)).equals(stored)).toBe(true);
  expect(readdirSync(folder)).toHaveLength(1);
});

describe('a damaged file is ignored and written anew', () => {
  test.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut', (bytes) => bytes.subarray(0, bytes.length - 7)],
    ['of another version', (bytes) => Buffer.concat([Buffer.from('KCT0'), bytes.subarray(4)])],
    ['with a changed byte', (bytes) => bytes.map((byte, index) => (index === bytes.length >> 1 ? byte ^ 1 : byte))],
    ['something else', () => Buffer.from('<html>')],
  ])('%s', async (name, damage) => {
    const folder = path.join(root, name);
    const first = await print(folder);
    const whole = readFileSync(onlyFile(folder));
    writeFileSync(onlyFile(folder), damage(whole));
    expect((await print(folder)).equals(first)).toBe(true);
    expect(readFileSync(onlyFile(folder)).equals(whole)).toBe(true);
  });
});

test('a folder that cannot be written costs time only', async () => {
  const file = path.join(root, 'a file');
  writeFileSync(file, '');
  expect((await print(path.join(file, 'below'))).equals(await print())).toBe(true);
});
