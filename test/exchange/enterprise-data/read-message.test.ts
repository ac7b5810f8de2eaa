import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readMessage } from '#main/exchange/enterprise-data/read-message.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { messageOf, papersOfEveryRole } from './a-paper.ts';
import { checkMessage } from './check-message.ts';
import { formatFile, formatsMissing, schemaOf } from './schemas.ts';

test('what we write is read back: numbers, days, counterparties and sums of every document', async () => {
  const papers = papersOfEveryRole();
  const message = unwrap(readMessage(await messageOf(papers, '1.19')));
  expect(message.version).toBe('1.19');
  const documents = message.objects.filter(({ type }) => type.startsWith('Документ.'));
  for (const paper of papers) {
    const number = paper.role === 'purchaseFactura' ? (paper.incoming?.number ?? '') : paper.number;
    const found = documents.find((object) => object.number === number && object.sum === moneyToDecimal(paper.sum));
    expect(found).toMatchObject({ party: paper.party.shortName });
  }
});

describeUnless(formatsMissing)('messages made by others', () => {
  test('are read, and the authored ones obey the checker', () => {
    for (const version of ['1.17', '1.20'] as const) {
      const text = readFileSync(formatFile(`enterprisedata/authored/message-${version}.xml`), 'utf8');
      expect(unwrap(readMessage(text)).objects.length).toBeGreaterThan(8);
      expect(checkMessage(schemaOf(version), version, text)).toEqual([]);
    }
    const old = unwrap(readMessage(readFileSync(formatFile('enterprisedata/samples/act-out.xml'), 'utf8')));
    expect(old).toMatchObject({ version: '1.6' });
  });
});

test.each([
  ['<a>', 'он повреждён или это не XML'],
  ['<a/>', 'это не сообщение EnterpriseData'],
])('%s is refused in plain words', (text, reason) => {
  expect(readMessage(text)).toEqual({ ok: false, error: reason });
});
