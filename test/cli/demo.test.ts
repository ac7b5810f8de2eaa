import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findProgram, usualOfficePaths } from '#main/adapters-node/pdf/find-soffice.ts';
import { partNames, partText } from '#test/helpers/docx-fixture.ts';
import { docxText } from '#test/helpers/docx-text.ts';
import { describeUnless } from '#test/helpers/skip.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const temporary = mkdtempSync(path.join(tmpdir(), 'Показ комплекта '));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const run = spawnSync(process.execPath, [path.join(root, 'src-main', 'start', 'run.mjs'), 'src-main/start/demo.ts'], {
  env: { ...process.env, TMPDIR: temporary, KOMPLEKT_PDF: 'none' },
  encoding: 'utf8',
});
const files = run.stdout.split('\n').filter((line) => path.isAbsolute(line));

const textOf = (short: string): Promise<string> =>
  docxText(files.find((file) => path.basename(file).startsWith(short)) ?? '');

test('npm run demo issues the six documents of one order and names the full path of each file, one a line', () => {
  expect(run.status).toBe(0);
  expect(files.map((file) => path.basename(file).split(' ')[0])).toEqual([
    'Договор',
    'Счет',
    'ТН',
    'Акт',
    'УПД',
    'Счет-фактура',
  ]);
  expect(files.every((file) => existsSync(file))).toBe(true);
  expect(run.stdout).toMatch(/Документ\s+Номер\s+Дата\s+Сумма, ₽\s+НДС, ₽/u);
});

/**
 * Order 1211 reckoned by hand. The price holds the tax: meat 10/110, delivery 22/122, rounded in each line.
 *   96 кг × 498,00     47 808,00   4 346,18
 *   85 кг × 350,00     29 750,00   2 704,55
 *   45 кг × 290,00     13 050,00   1 186,36
 *   6,48 кг × 400,00    2 592,00     235,64
 *   goods              93 200,00   8 472,73
 *   доставка            3 200,00     577,05
 *   order              96 400,00   9 049,78
 */
test('its sums, taxes and words are right to the kopeck', async () => {
  expect(run.stdout).toMatch(/Счет на оплату .* 96[\s\u00A0]400,00 +9[\s\u00A0]049,78/u);
  expect(run.stdout).toMatch(/Акт .* 3[\s\u00A0]200,00 +577,05/u);
  expect(run.stdout).toMatch(/УПД .* 93[\s\u00A0]200,00 +8[\s\u00A0]472,73/u);

  const invoice = await textOf('Счет');
  for (const part of [
    '47 808,00',
    '29 750,00',
    '13 050,00',
    '2 592,00',
    '3 200,00',
    '96 400,00',
    '8 472,73',
    '577,05',
  ]) {
    expect(invoice).toContain(part);
  }
  expect(invoice).toMatch(/девяносто шесть тысяч четыреста рублей 00 копеек/iu);

  const act = await textOf('Акт');
  expect(act).toContain('577,05');
  expect(act).toMatch(/три тысячи двести рублей 00 копеек/iu);

  const upd = await textOf('УПД');
  for (const part of ['4 346,18', '2 704,55', '1 186,36', '235,64', '8 472,73', '93 200,00'])
    expect(upd).toContain(part);
});

const isMarked = async (file: string): Promise<boolean> => {
  const bytes = readFileSync(file);
  const names = (await partNames(bytes)).filter((name) => /^word\/(?:document|header\d*|footer\d*)\.xml$/u.test(name));
  const parts = await Promise.all(names.map((name) => partText(bytes, name)));
  return parts.some((part) => part.includes('ДЕМО'));
};

test('every sheet says that it is a demonstration', async () => {
  expect(await Promise.all(files.map(isMarked))).toEqual(files.map(() => true));
});

const soffice = await findProgram(usualOfficePaths({ platform: process.platform, env: process.env }));

describeUnless(soffice === null ? 'LibreOffice is not installed' : undefined)('where LibreOffice is', () => {
  test('each docx opens in it', () => {
    const out = path.join(temporary, 'страницы');
    const profile = `-env:UserInstallation=file://${encodeURI(path.join(temporary, 'profile'))}`;
    const converted = spawnSync(
      soffice ?? '',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...files],
      { encoding: 'utf8' },
    );
    expect(converted).toMatchObject({ status: 0 });
    expect(readdirSync(out)).toHaveLength(files.length);
  });
});
