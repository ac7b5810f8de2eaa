import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCardApart } from '#main/exchange/company-card/read-card-apart.ts';
import { parseCard } from '#main/host/card-tools.ts';
import { aFirm, anEntrepreneur, type Company } from '#test/fixtures/cards/companies.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'cards', name));

/** Printed by LibreOffice from the .docx cards «table of two columns» and «of an entrepreneur». */
const CARDS: readonly (readonly [file: string, company: Company])[] = [
  ['two-columns.pdf', aFirm(10)],
  ['entrepreneur.pdf', anEntrepreneur(15)],
];

describe('a PDF card is read whole', () => {
  test.each(CARDS)('%s', async (file, company) => {
    const card = await parseCard(fixture(file));
    const { inn, kpp, ogrn, shortName, fullName, legalAddress, actualAddress, postalAddress, phone, email } = company;
    const { account, bic, corrAccount, bankName, bankCity } = company;
    const bankAccounts = [{ account, bic, corrAccount, bankName, bankCity }];
    const party = {
      inn,
      kpp,
      ogrn,
      shortName,
      fullName,
      legalAddress,
      actualAddress,
      postalAddress,
      phone,
      email,
      bankAccounts,
    };
    expect(card).toMatchObject({ ok: true, value: { party } });
  });
});

test('a broken PDF is refused with a reason', async () => {
  const card = await parseCard(new TextEncoder().encode('%PDF-1.7 and nothing more'));
  expect(card).toMatchObject({
    ok: false,
    error: [{ code: 'card.damaged' }],
  });
});

test('a card that reads for too long is ended with its thread, and the reason is told', async () => {
  const card = await readCardApart(fixture('two-columns.pdf'), 0);
  expect(card).toEqual({ ok: false, error: { code: 'card.tooHeavy', detail: 'time' } });
});
