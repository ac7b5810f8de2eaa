import { existsSync, readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStatement } from '#main/exchange/bank-statement/read-statement.ts';
import { moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { openBank, OUR_INN, type Bank } from './a-bank.ts';

const SAMPLES = new URL('../../../../shared/formats/1c-client-bank-exchange/', import.meta.url);
const isHere = existsSync(SAMPLES);
const files = isHere
  ? ['samples', 'authored'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, SAMPLES))
        .filter((name) => name.endsWith('.txt'))
        .map((name) => `${folder}/${name}`),
    )
  : [];

/** «СекцияДокумент» in the two encodings of the samples, byte by byte. */
const DOCUMENT = new RegExp(
  ['win1251', 'utf8']
    .map((encoding) => iconv.encode('СекцияДокумент=', encoding).toString('latin1'))
    .map((bytes) => `(?:^|\\n)${bytes}`)
    .join('|'),
  'gu',
);

let bank: Bank;
beforeEach(async () => {
  bank = await openBank();
});
afterEach(() => bank.core.close());

describeUnless(isHere ? undefined : 'the sample statements of the banks are not on this machine')(
  'every real statement through preview and import',
  () => {
    test('there are samples to walk through', () => {
      expect(files.length).toBeGreaterThanOrEqual(12);
    });

    test.each(files)('%s: what stands in it is shown, taken, and taken back', async (file) => {
      const bytes = readFileSync(new URL(file, SAMPLES));
      const statement = readStatement([bytes]);
      if (!statement.ok) throw new Error(statement.error.code);
      const { operations, accounts, encoding, rejected } = statement.value;
      const own = operations.filter(({ duplicateOf }) => duplicateOf === null);
      const before = bank.dump();

      const input = { fileName: file, linkTo: OUR_INN };
      const token = await bank.send(bytes);
      const preview = unwrap(
        await bank.admin.call('statements.preview', { commandId: bank.core.newId(), token, ...input }),
      );
      expect(preview).toMatchObject({
        encoding,
        operations: operations.length,
        news: own.length,
        duplicates: operations.length - own.length,
        imported: 0,
        accounts: accounts.map(({ account }) => ({ account, organisation: 'ООО «Северный каталог»' })),
      });
      const documents = [...Buffer.from(bytes).toString('latin1').matchAll(DOCUMENT)].length;
      expect(preview.operations + preview.rejected.length).toBe(documents);
      expect(bank.dump()).toEqual(before);

      const taken = unwrap(await bank.take(bytes, input));
      expect([taken.imported, taken.rejected.length]).toEqual([own.length, rejected.length]);
      const rows = await bank.rows();
      expect(rows.map(({ number, sum }) => `${number} ${sum}`).toSorted()).toEqual(
        own.map(({ number, sum }) => `${number} ${moneyToDecimal(sum)}`).toSorted(),
      );
      const incoming = own.filter(({ direction }) => direction === 'incoming').map(({ sum }) => sum);
      expect(taken.incomingSum).toBe(moneyToDecimal(sumMoney(incoming)));
      expect(unwrap(await bank.take(bytes, input)).imported).toBe(0);

      unwrap(await bank.admin.call('statements.undo', { commandId: bank.core.newId(), id: taken.id }));
      expect(bank.dump()).toEqual(before);
    });
  },
);
