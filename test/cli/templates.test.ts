import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { aDemoBase } from '#test/helpers/a-demo-base.ts';
import { refusalShape } from '#test/helpers/cli-shapes.ts';
import { aDocx, paragraph } from '#test/helpers/docx-fixture.ts';
import { sharedFolder } from '#test/helpers/hand-made-orders.ts';
import { textLike } from '#test/helpers/matchers.ts';
import { answerOf, komplektOn } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();
const base = path.join(folder, 'База с шаблонами');
const run = komplektOn(base);

const templateShape = z.object({ name: z.string(), state: z.string(), version: z.number(), path: z.string() });
const listShape = z.object({ folder: z.string(), items: z.array(templateShape) });

const aFile = (name: string, ...texts: string[]): string => {
  const file = path.join(folder, name);
  writeFileSync(file, aDocx(texts.map((text) => paragraph(text)).join('')));
  return file;
};

beforeAll(async () => {
  await aDemoBase(base);
});

test('a template is taken and listed, and its working copy lies where Word finds it', async () => {
  const file = aFile('Наш счет.docx', 'Наш счет', '{{doc.title}}');
  const taken = answerOf(await run('template', 'import', file, '--kind', 'invoice', '--json'), templateShape);
  expect(taken).toMatchObject({ name: 'Наш счет', state: 'inForce', version: 1 });
  expect(taken.path).toBe(path.join(base, 'Шаблоны', 'Счет на оплату', 'Наш счет.docx'));
  expect(readFileSync(taken.path)).toEqual(readFileSync(file));
  expect(answerOf(await run('template', 'list', '--json'), listShape).items).toMatchObject([{ name: 'Наш счет' }]);
  expect(await run('template', 'list')).toMatchObject({
    exit: 0,
    stdout: textLike(/Счет на оплату\s+Наш счет\s+все\s+v1\s+действует/u),
  });
  expect(answerOf(await run('doctor', '--json'), z.object({ ok: z.boolean() })).ok).toBe(true);
});

test('one with mistakes is taken to be mended: exit 1, the place of each, no version in force', async () => {
  const file = aFile('Кривой.docx', '{{FOR line IN lines}}');
  const taken = answerOf(await run('template', 'import', file, '--kind', 'act', '--json'), templateShape, 1);
  expect(taken).toMatchObject({ state: 'notYet', version: 0 });
  expect(existsSync(taken.path)).toBe(true);
});

test.each([
  ['no kind', ['Наш счет.docx'], 2, 'cli.usage'],
  ['an unknown kind', ['Наш счет.docx', '--kind', 'letter-of-love'], 2, 'cli.usage'],
  ['an unknown company', ['Наш счет.docx', '--kind', 'upd', '--org', '7700000000'], 3, 'organisation.unknown'],
])('%s is refused', async (_what, [file = '', ...options], exit, code) => {
  const refused = await run('template', 'import', path.join(folder, file), ...options, '--json');
  expect(answerOf(refused, refusalShape, exit).problems[0]?.code).toBe(code);
});
