import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readMessage } from '#main/exchange/enterprise-data/read-message.ts';
import { writeWorkbook } from '#main/exchange/xlsx/write-workbook.ts';
import { writeFile } from 'node:fs/promises';
import { unwrap } from '#test/helpers/a-core.ts';
import { anOrder, makeBase, OUR_INN, sharedFolder } from '#test/helpers/hand-made-orders.ts';
import { komplektOn } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();
let run: ReturnType<typeof komplektOn>;

const exported = z.object({
  file: z.string(),
  counts: z.record(z.string(), z.number()),
  sum: z.string(),
  vat: z.record(z.string(), z.string()),
  left_out: z.array(z.object({ document: z.string(), code: z.string(), message: z.string() })),
});
const difference = z.object({
  only_ours: z.array(z.unknown()),
  only_1c: z.array(z.unknown()),
  different: z.array(z.unknown()),
});

beforeAll(async () => {
  const base = await makeBase(folder, 'выгрузка', [anOrder('145'), anOrder('146')]);
  run = komplektOn(base);
  for (const order of ['145', '146']) await run('pack', order, '--json', '--date', '2026-11-18');
}, 180_000);

const PERIOD = ['--org', OUR_INN, '--from', '2026-11-01', '--to', '2026-11-30'] as const;

test('export 1c writes the file with both manifests beside it and says what is inside', async () => {
  const file = path.join(folder, 'выгрузка в 1С.xml');
  const answer = await run('export', '1c', ...PERIOD, '-o', file, '--json');
  const report = exported.parse(JSON.parse(answer.stdout));
  expect(answer.exit).toBe(report.left_out.length === 0 ? 0 : 1);
  expect(existsSync(path.join(folder, 'выгрузка в 1С.manifest.json'))).toBe(true);
  expect(existsSync(path.join(folder, 'выгрузка в 1С.manifest.xlsx'))).toBe(true);
  expect(report.counts['Документ.РеализацияТоваровУслуг']).toBe(2);
  const message = unwrap(readMessage(readFileSync(file, 'utf8')));
  const counted = Object.groupBy(message.objects, ({ type }) => type);
  expect(Object.fromEntries(Object.entries(counted).map(([type, all]) => [type, all?.length]))).toEqual(report.counts);
}, 120_000);

test('a wrong command line is 2, an unknown company is 3', async () => {
  expect((await run('export', '1c', '--org', OUR_INN, '--json')).exit).toBe(2);
  expect((await run('export', '1c', ...PERIOD, '-o', 'x.xml', '--format', '1.6', '--json')).exit).toBe(2);
  const stranger = ['--org', '7700000016', '--from', '2026-11-01', '--to', '2026-11-30'];
  expect((await run('export', '1c', ...stranger, '-o', path.join(folder, 'x.xml'), '--json')).exit).toBe(3);
  expect(existsSync(path.join(folder, 'x.xml'))).toBe(false);
}, 120_000);

test('export 1c-diff answers with three lists; a file that is no workbook is refused', async () => {
  const file = path.join(folder, 'Реестр из 1С.xlsx');
  const rows = [
    ['Дата', 'Номер', 'Сумма', 'Контрагент'],
    ['18.11.2026', '0000-000999', 100, 'Чужой ООО'],
  ];
  await writeFile(file, await writeWorkbook([{ name: 'Лист1', rows, widths: [] }]));
  const answer = await run('export', '1c-diff', file, '--org', OUR_INN, '--json');
  expect(answer.exit).toBe(0);
  expect(difference.parse(JSON.parse(answer.stdout)).only_1c).toHaveLength(1);
  const broken = path.join(folder, 'не таблица.xlsx');
  await writeFile(broken, 'не таблица');
  expect((await run('export', '1c-diff', broken, '--json')).exit).toBe(3);
}, 120_000);
