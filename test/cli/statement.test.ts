import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aDebit, aDocument, aPeriod, aStatement, OWN, windows } from '#test/exchange/bank-statement/a-statement.ts';
import { refusalShape } from '#test/helpers/cli-shapes.ts';
import { sharedFolder } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplekt } from '#test/helpers/run-komplekt.ts';

const folder = path.join(sharedFolder(), 'Выписки банка');
mkdirSync(folder);

const fileOf = (name: string, bytes: Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

const roubles = z
  .string()
  .regex(/^-?\d+\.\d{2}$/u)
  .nullable();
const problem = z.strictObject({
  code: z.string(),
  message: z.string(),
  where: z.string(),
  data: z.record(z.string(), z.unknown()),
});
const statementShape = z.object({
  encoding: z.string(),
  accounts: z.array(
    z.object({ account: z.string(), opening: roubles, closing: roubles, incoming: roubles, outgoing: roubles }),
  ),
  operations: z.number(),
  incoming: z.number(),
  outgoing: z.number(),
  imported: z.literal(0),
  duplicates: z.number(),
  rejected: z.array(problem),
  warnings: z.array(problem),
});

const PERIOD = aPeriod({
  НачальныйОстаток: '100000',
  ВсегоПоступило: '122000',
  ВсегоСписано: '97600',
  КонечныйОстаток: '124400',
});

test('statement import --dry-run reads and reports without a base', async () => {
  const file = fileOf('kl_to_1c за ноябрь.txt', windows(aStatement(PERIOD, aDocument(), aDebit())));
  const report = answerOf(
    await komplekt([
      'statement',
      'import',
      file,
      '--dry-run',
      '--link-account',
      '7700000016',
      '--base',
      path.join(folder, 'нет'),
      '--json',
    ]),
    statementShape,
  );
  expect(report).toMatchObject({
    encoding: 'windows-1251',
    operations: 2,
    incoming: 1,
    outgoing: 1,
    duplicates: 0,
    rejected: [],
    warnings: [],
    accounts: [
      { account: OWN, opening: '100000.00', closing: '124400.00', incoming: '122000.00', outgoing: '97600.00' },
    ],
  });
});

test('documents that are not taken end it with 1 and are listed with their line; repeats are counted', async () => {
  const file = fileOf('с ошибкой.txt', windows(aStatement(aDocument(), aDocument(), aDebit({ Сумма: 'сто' }))));
  const report = answerOf(await komplekt(['statement', 'import', file, '--dry-run', '--json']), statementShape, 1);
  expect(report).toMatchObject({
    operations: 2,
    incoming: 2,
    duplicates: 1,
    rejected: [{ code: 'document.badSum', where: 'строка 42' }],
    warnings: [{ code: 'operation.duplicate' }],
  });
});

test('a file that is no statement is refused with 3, and people read why', async () => {
  const file = fileOf('выписка.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
  const refused = answerOf(await komplekt(['statement', 'import', file, '--dry-run', '--json']), refusalShape, 3);
  expect(refused.problems).toMatchObject([
    { code: 'statement.notStatement', where: 'выписка.txt', data: { looksLike: 'картинка PNG' } },
  ]);
  expect(refused.problems[0]?.message).toBe(
    '«выписка.txt» — не выписка: это картинка PNG. Ничего не загружено. Выгрузите в банке файл для 1С (kl_to_1c.txt).',
  );
  const absent = answerOf(
    await komplekt(['statement', 'import', path.join(folder, 'нет.txt'), '--dry-run', '--json']),
    refusalShape,
    3,
  );
  expect(absent.problems[0]?.code).toBe('file.unreadable');
});

test('without --dry-run it says that importing comes later', async () => {
  const refused = answerOf(await komplekt(['statement', 'import', 'x.txt', '--json']), refusalShape, 2);
  expect(refused.problems[0]?.code).toBe('cli.usage');
});
