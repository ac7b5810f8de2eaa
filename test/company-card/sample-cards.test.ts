import { describe, expect, test } from 'vitest';
import { parseCard } from '#main/host/card-tools.ts';
import { partyImport } from '#shared/contract/imports.ts';
import { SAMPLE_CARDS, type SampleCard } from '#test/fixtures/cards/build.ts';
import type { Company } from '#test/fixtures/cards/companies.ts';

const readParty = async ({ file, company }: SampleCard) => {
  const card = await parseCard(await file(company));
  if (!card.ok) throw new Error(card.error.map(({ message }) => message).join('\n'));
  return card.value;
};

/** The fields of a company as the reader named them. */
const asCompany = (party: Awaited<ReturnType<typeof readParty>>['party']): Record<keyof Company, string> => {
  const [bank] = party.bankAccounts;
  const personOf = (role: string): string => {
    const found = party.signatories.find((one) => one.role === role);
    return found === undefined ? '' : [found.lastName, found.firstName, found.middleName].join(' ');
  };
  return {
    kind: party.kind,
    fullName: party.fullName,
    shortName: party.shortName,
    inn: party.inn,
    kpp: party.kpp,
    ogrn: party.ogrn,
    legalAddress: party.legalAddress,
    actualAddress: party.actualAddress,
    postalAddress: party.postalAddress,
    phone: party.phone,
    email: party.email,
    bankName: bank?.bankName ?? '',
    bankCity: bank?.bankCity ?? '',
    bic: bank?.bic ?? '',
    account: bank?.account ?? '',
    corrAccount: bank?.corrAccount ?? '',
    headPosition: party.signatories.find(({ role }) => role === 'head')?.position ?? '',
    head: personOf('head'),
    accountant: personOf('accountant'),
  };
};

describe('a card made by us is read whole', () => {
  test.each(SAMPLE_CARDS.map((card) => [card.name, card] as const))('%s', async (_, card) => {
    const { party } = await readParty(card);
    const read = asCompany(party);
    const differences = Object.entries(card.company)
      .filter(([field]) => !card.absent.some((absent) => absent === field))
      .filter(([field, value]) => Object.entries(read).find(([name]) => name === field)?.[1] !== value)
      .map(
        ([field, value]) => `${field}: ${value} ≠ ${Object.entries(read).find(([name]) => name === field)?.[1] ?? ''}`,
      );
    expect(differences).toEqual([]);
  });
});

test('what was read goes straight into the import of parties', async () => {
  const parties = await Promise.all(SAMPLE_CARDS.map(readParty));
  for (const { party } of parties)
    expect(partyImport.parse(party)).toMatchObject({ inn: party.inn, bankAccounts: party.bankAccounts });
});

test('there are enough cards in every format', () => {
  expect(SAMPLE_CARDS.length).toBeGreaterThanOrEqual(20);
});
