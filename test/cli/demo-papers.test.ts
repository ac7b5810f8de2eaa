import path from 'node:path';
import { globSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { aDemoBase } from '#test/helpers/a-demo-base.ts';
import { documentListShape } from '#test/helpers/cli-shapes.ts';
import { sharedFolder } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplektOn } from '#test/helpers/run-komplekt.ts';

const base = path.join(sharedFolder(), 'Возврат документов');
const run = komplektOn(base);
const sample = (folder: string): string => path.join(base, globSync(`Примеры/${folder}/*`, { cwd: base })[0] ?? '');

beforeAll(() => aDemoBase(base, '2026-11-20'), 900_000);

const debtShape = z.object({
  documents: z.number(),
  sum: z.string(),
  items: z.array(z.object({ counterparty: z.string(), documents: z.number(), days: z.number() })),
});
const lettersShape = z.object({
  letters: z.array(z.object({ counterparty: z.string(), documents: z.array(z.string()) })),
});
const scanShape = z.object({
  pages: z.number(),
  attached: z.number(),
  unread: z.number(),
  parts: z.array(
    z.object({ from: z.number(), to: z.number(), code: z.string(), document: z.object({ id: z.string() }).nullable() }),
  ),
});
const differencesShape = z.object({ differences: z.array(z.object({ clause: z.string(), sort: z.string() })) });

test('the demonstration office waits for 41 originals of 9 counterparties: nine letters, a scan of 60 pages, a changed contract', async () => {
  const missing = answerOf(
    await run('documents', 'list', '--missing-original', '--limit', '500', '--json'),
    documentListShape,
  );
  const debt = answerOf(await run('documents', 'debt', '--json'), debtShape);
  expect([missing.total, debt.documents, debt.items.length]).toEqual([41, 41, 9]);
  const kopecks = missing.items.reduce((sum, one) => sum + Math.round(Number(one.sum) * 100), 0);
  expect(Math.round(Number(debt.sum) * 100)).toBe(kopecks);
  expect(Math.max(...debt.items.map(({ days }) => days))).toBeGreaterThanOrEqual(63);

  const { letters } = answerOf(await run('reminders', '--make', '--json'), lettersShape);
  expect(new Set(letters.map(({ counterparty }) => counterparty)).size).toBe(9);
  expect(letters).toHaveLength(9);
  expect(letters.reduce((sum, one) => sum + one.documents.length, 0)).toBe(41);

  const contract = answerOf(await run('documents', 'list', '--filter', '52/26', '--json'), documentListShape).items[0];
  const compared = answerOf(
    await run('documents', 'compare', contract?.id ?? '', sample('Договоры'), '--json'),
    differencesShape,
  );
  expect(compared.differences.map(({ sort }) => sort).toSorted()).toEqual(['negation', 'number', 'number']);
  expect(compared.differences.every(({ clause }) => clause !== '')).toBe(true);

  const scan = answerOf(await run('reception', 'scan', sample('Сканы'), '--original', '--json'), scanShape);
  expect([scan.pages, scan.attached, scan.unread]).toEqual([60, 23, 1]);
  const known = new Set(missing.items.map(({ id }) => id));
  const attached = scan.parts.flatMap(({ document }) => document?.id ?? []);
  expect(attached.every((id) => known.has(id)) && new Set(attached).size === 23).toBe(true);
  const left = answerOf(await run('documents', 'list', '--missing-original', '--json'), documentListShape);
  expect(left.total).toBe(41 - 23);
}, 400_000);
