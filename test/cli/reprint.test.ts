import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createTemplateFolder } from '#main/adapters-node/template-folder.ts';
import { bytesHash } from '#test/helpers/base-fingerprint.ts';
import { documentListShape, importShape, packShape } from '#test/helpers/cli-shapes.ts';
import { A_BUYER, anOrder, makeBase, sharedFolder, writeJson } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplektOn, type Run } from '#test/helpers/run-komplekt.ts';
import { refused, startTestCore, unwrap } from '#test/helpers/a-core.ts';
import { aDocx, paragraph } from '#test/helpers/docx-fixture.ts';
import { createHash } from 'node:crypto';

const folder = sharedFolder();
let base = '';
let run: (...words: readonly string[]) => Promise<Run>;

beforeAll(async () => {
  base = await makeBase(folder, 'Перепечатка', [anOrder('П-1')]);
  run = komplektOn(base);
});

const pack = async (...words: readonly string[]) => {
  const answer = packShape.parse(
    JSON.parse((await run('pack', 'П-1', '--date', '2026-11-20', '--json', ...words)).stdout),
  );
  return answer.issued.map((document) => ({
    ...document,
    hashes: document.files.map(bytesHash),
  }));
};

test('a reprint equals the print: after the order and the card changed, and after the files were lost', async () => {
  const first = await pack();
  expect(first.map(({ kind, already }) => [kind, already])).toEqual([
    ['invoice', false],
    ['upd', false],
  ]);
  const again = await pack();
  expect(again).toEqual(first.map((document) => ({ ...document, already: true })));

  const changed = anOrder('П-1', {
    buyer: { ...A_BUYER, legalAddress: '300991, Тульская область, г. Тула, ул. Новая, д. 1' },
    lines: [
      { kind: 'service', name: 'Настройка весов', unitName: 'усл. ед', unitCode: '876', quantity: '3', price: '1500' },
    ],
  });
  const imported = await run('orders', 'import', writeJson(folder, 'изменён.json', changed), '--json');
  expect(answerOf(imported, importShape)).toMatchObject({ updated: 1 });
  expect(await pack()).toEqual(again);
  const { items } = answerOf(await run('documents', 'list', '--json'), documentListShape);
  expect(items.map(({ stale }) => stale)).toEqual([true, true]);

  rmSync(path.join(base, 'Документы'), { recursive: true });
  expect(await pack()).toEqual(again);
  const out = path.join(folder, 'Для курьера');
  const copied = await pack('--out', out);
  expect(copied.flatMap(({ files }) => files).every((file) => file.startsWith(out) && existsSync(file))).toBe(true);
  expect(copied.map(({ hashes }) => hashes)).toEqual(first.map(({ hashes }) => hashes));
});

test('a reprint equals the print after the template changed too', async () => {
  const real = createTemplateFolder(path.resolve(import.meta.dirname, '..', '..', 'templates'));
  let isReplaced = false;
  const other = aDocx(paragraph('Совсем другой бланк {{number}}'));
  const core = startTestCore({
    templates: {
      ...real,
      pick: async (kind, date) => {
        const picked = await real.pick(kind, date);
        return picked && isReplaced
          ? { ...picked, bytes: other, sha256: createHash('sha256').update(other).digest('hex') }
          : picked;
      },
    },
  });
  const admin = await core.as('admin');
  unwrap(await admin.call('base.fillDemo', { commandId: core.newId(), today: '2026-11-20' }));
  const issue = async () =>
    unwrap(await admin.call('packs.issue', { commandId: core.newId(), order: '1189', kinds: ['invoice'] }));
  const [printed] = (await issue()).issued;
  const bytesOf = async () =>
    unwrap(await admin.call('documents.file', { id: printed?.id ?? '', format: 'docx' })).bytes;
  const before = await bytesOf();
  isReplaced = true;
  expect((await issue()).issued).toMatchObject([{ id: printed?.id, already: true, number: printed?.number }]);
  expect(await bytesOf()).toBe(before);
  expect(refused(await admin.call('documents.file', { id: 'none', format: 'docx' })).code).toBe('document.unknown');
  core.close();
});
