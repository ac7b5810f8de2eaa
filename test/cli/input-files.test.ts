import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { importShape, packShape } from '#test/helpers/cli-shapes.ts';
import { anOrder, makeBase, sharedFolder } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplekt, komplektOn } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();
let base = '';

beforeAll(async () => {
  base = await makeBase(folder, 'База с пробелом');
});

const utf16be = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

const FILES: readonly (readonly [string, (number: string) => Buffer | string])[] = [
  ['one object', (number) => JSON.stringify(anOrder(number))],
  ['a list', (number) => JSON.stringify([anOrder(number)])],
  ['a list under «orders»', (number) => JSON.stringify({ orders: [anOrder(number)] })],
  ['a byte order mark', (number) => `\uFEFF${JSON.stringify(anOrder(number))}`],
  ['UTF-16 of Windows', (number) => Buffer.from(`\uFEFF${JSON.stringify(anOrder(number))}`, 'utf16le')],
  ['UTF-16 the other way round', (number) => utf16be(JSON.stringify(anOrder(number)))],
  ['UTF-16 without a mark', (number) => Buffer.from(JSON.stringify(anOrder(number)), 'utf16le')],
  [
    'lines that end as on Windows',
    (number) => `\r\n${JSON.stringify(anOrder(number), null, 2).replaceAll('\n', '\r\n')}\r\n`,
  ],
];

test('an order file is read as it comes: any encoding of JSON, one order, a list, or a list under its name', async () => {
  const runs = FILES.map(async ([what, content], index) => {
    const file = path.join(folder, `Заказ № ${index + 1} (${what}).json`);
    writeFileSync(file, content(`Ф-${index + 1}`));
    const answer = answerOf(await komplektOn(base)('orders', 'import', file, '--json'), importShape);
    return [what, answer.created, answer.problems];
  });
  expect(await Promise.all(runs)).toEqual(FILES.map(([what]) => [what, 1, []]));
});

test('a good order of a file goes in, a bad one is named with its place: done in part', async () => {
  const file = path.join(folder, 'два заказа.json');
  writeFileSync(file, JSON.stringify([anOrder('Ч-1'), anOrder('Ч-2', { lines: [] })]));
  const answer = answerOf(await komplektOn(base)('orders', 'import', file, '--json'), importShape, 1);
  expect(answer).toMatchObject({
    created: 1,
    problems: [{ code: 'input.invalid', where: 'два заказа.json, заказ 2, lines' }],
  });
});

test('the same file twice leaves everything as it was, even when the buyer has no ИНН yet', async () => {
  const file = path.join(folder, 'без ИНН.json');
  writeFileSync(file, JSON.stringify([anOrder('Н-1', { buyer: { shortName: 'Новый покупатель' } })]));
  const run = komplektOn(base);
  expect(answerOf(await run('orders', 'import', file, '--json'), importShape)).toMatchObject({ created: 1 });
  expect(answerOf(await run('orders', 'import', file, '--json'), importShape)).toMatchObject({
    updated: 0,
    unchanged: 1,
  });
});

test('a file that comes again does not undo the contract that was issued with the pack', async () => {
  const run = komplektOn(base);
  const file = path.join(folder, 'без договора.json');
  writeFileSync(file, JSON.stringify(anOrder('Д-1', { contract: null })));
  answerOf(await run('orders', 'import', file, '--json'), importShape);
  const { issued } = answerOf(await run('pack', 'Д-1', '--date', '2026-11-20', '--json'), packShape);
  expect(issued.map(({ kind }) => kind)).toEqual(['contract-services', 'invoice', 'upd']);
  expect(answerOf(await run('orders', 'import', file, '--json'), importShape)).toMatchObject({
    updated: 0,
    unchanged: 1,
  });
});

test('relative paths stand where the command was started', async () => {
  writeFileSync(path.join(folder, 'рядом.json'), JSON.stringify(anOrder('Р-1')));
  const words = ['orders', 'import', 'рядом.json', '--base', path.basename(base), '--json'];
  expect(answerOf(await komplekt(words, { cwd: folder }), importShape)).toMatchObject({ created: 1 });
});
