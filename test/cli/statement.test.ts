import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aDebit, aDocument, aPeriod, aStatement, OWN, windows } from '#test/exchange/bank-statement/a-statement.ts';
import { refusalShape } from '#test/helpers/cli-shapes.ts';
import { sharedFolder } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplekt, komplektOn, type Run } from '#test/helpers/run-komplekt.ts';

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

const importShape = statementShape.extend({ id: z.string(), imported: z.number() });
const zonesShape = z.object({
  auto: z.array(paymentShape()),
  confirm: z.array(paymentShape()),
  manual: z.array(paymentShape()),
});

function paymentShape() {
  return z.object({
    payment: z.string(),
    invoices: z.array(z.object({ number: z.string(), sum: roubles })),
    confidence: z.number(),
    why: z.string(),
  });
}

/** A base with our company and its account. */
const aBase = async (name: string): Promise<(...words: readonly string[]) => Promise<Run>> => {
  const base = path.join(folder, name);
  const on = komplektOn(base);
  const file = path.join(folder, `${name}.json`);
  const bank = { bic: '044525225', bankName: 'ПАО Сбербанк', corrAccount: '30101810400000000225' };
  writeFileSync(
    file,
    JSON.stringify([
      {
        kind: 'org',
        shortName: 'ООО «Ромашка-Логистика»',
        fullName: 'ООО «Ромашка-Логистика»',
        inn: '7700000016',
        kpp: '770001001',
        business: 'freight',
        city: 'г. Москва',
        bankAccounts: [{ account: OWN, ...bank }],
      },
    ]),
  );
  answerOf(await on('init', '--json'), z.object({ base: z.string() }));
  answerOf(await on('organisations', 'import', file, '--json'), z.object({ created: z.literal(1) }));
  return on;
};

test('statement import, payments match, list and undo work together on one base', async () => {
  const on = await aBase('Выписки');
  const file = fileOf('kl_to_1c.txt', windows(aStatement(PERIOD, aDocument(), aDebit())));
  const first = answerOf(await on('statement', 'import', file, '--json'), importShape);
  expect(first).toMatchObject({ imported: 2, duplicates: 0, operations: 2 });
  const again = answerOf(await on('statement', 'import', file, '--json'), importShape);
  expect(again).toMatchObject({ imported: 0, duplicates: 2, id: first.id });
  const dry = answerOf(await on('statement', 'import', file, '--dry-run', '--json'), statementShape);
  expect(dry.duplicates).toBe(2);

  const zones = answerOf(await on('payments', 'match', '--json'), zonesShape);
  expect(zones.auto.length + zones.confirm.length + zones.manual.length).toBe(2);
  const listed = answerOf(
    await on('payments', 'list', '--unmatched', '--json'),
    zonesShape.extend({ total: z.number() }),
  );
  expect(listed.total).toBe(2);

  answerOf(await on('payments', 'undo', first.id, '--json'), z.object({ operations: z.literal(2) }));
  expect(answerOf(await on('payments', 'list', '--json'), zonesShape.extend({ total: z.number() })).total).toBe(0);
  expect(answerOf(await on('payments', 'undo', first.id, '--json'), refusalShape, 3).problems[0]?.code).toBe(
    'statement.unknown',
  );
});

test('an account that is not ours is refused with 3 until --link-account says whose it is', async () => {
  const on = await aBase('Чужой счёт');
  const foreign = aStatement(aDocument()).replaceAll(OWN, '40702810100000007731');
  const file = fileOf('чужой.txt', windows(foreign));
  const refused = answerOf(await on('statement', 'import', file, '--json'), refusalShape, 3);
  expect(refused.problems[0]).toMatchObject({ code: 'statement.foreignAccount' });
  expect(refused.problems[0]?.message).toContain('Счёт …7731 не принадлежит ни одной нашей организации');
  expect(answerOf(await on('statement', 'import', file, '--dry-run', '--json'), statementShape).operations).toBe(1);
  const linked = await on('statement', 'import', file, '--link-account', '7700000016', '--json');
  expect(answerOf(linked, importShape).imported).toBe(1);
});

test('a slip in the command is told, and a missing base ends with 4', async () => {
  const on = await aBase('Опечатка');
  const file = fileOf('любая.txt', windows(aStatement(aDocument())));
  expect(
    answerOf(await on('statement', 'import', file, '--link-account', '77', '--json'), refusalShape, 2),
  ).toBeTruthy();
  const away = komplektOn(path.join(folder, 'нет такой'));
  expect(answerOf(await away('statement', 'import', file, '--json'), refusalShape, 4).problems[0]?.code).toBe(
    'base.missing',
  );
});
