import { describe, expect, test } from 'vitest';
import { pdfText } from '#main/exchange/company-card/pdf-text.ts';
import { readCardFile } from '#main/exchange/company-card/read-card-file.ts';
import { textToRows } from '#main/exchange/company-card/plain-text.ts';
import type { CardReading } from '#shared/domain/company-card/card-reading.ts';
import { recogniseCard } from '#shared/domain/company-card/recognise-card.ts';
import { SAMPLE_CARDS } from '#test/fixtures/cards/build.ts';
import { aFirm, anEntrepreneur, type Company } from '#test/fixtures/cards/companies.ts';
import { entrepreneurCard, listCard } from '#test/fixtures/cards/text-cards.ts';

const IDENTIFIERS = ['inn', 'kpp', 'ogrn', 'bic', 'account', 'corrAccount'] as const;
type Identifier = (typeof IDENTIFIERS)[number];

/** Where each identifier lands in the answer. */
const fieldOf = (identifier: Identifier): string =>
  identifier === 'bic' || identifier === 'account' || identifier === 'corrAccount'
    ? `bankAccounts.0.${identifier}`
    : identifier;

const valueOf = ({ party }: CardReading, identifier: Identifier): string => {
  if (identifier === 'inn' || identifier === 'kpp' || identifier === 'ogrn') return party[identifier];
  return party.bankAccounts[0]?.[identifier] ?? '';
};

const withDigit = (company: Company, identifier: Identifier, at: number, digit: string): Company => {
  const value = company[identifier];
  return { ...company, [identifier]: value.slice(0, at) + digit + value.slice(at + 1) };
};

/** Taken as it is, with nothing that would make a person look. */
const isSilentlyTaken = (reading: CardReading, identifier: Identifier, wrong: string): boolean => {
  const field = fieldOf(identifier);
  const confidence = reading.marks.find((mark) => mark.field === field)?.confidence ?? 0;
  return (
    valueOf(reading, identifier) === wrong &&
    confidence >= 0.9 &&
    !reading.problems.some((problem) => problem.field === field)
  );
};

const read = (company: Company) => recogniseCard(textToRows(listCard(company)));

const otherDigits = (digit: string): string[] => Array.from('0123456789').filter((other) => other !== digit);

describe('one wrong digit is never taken silently', () => {
  test.each([
    ['a company', aFirm(1), listCard],
    ['an entrepreneur', anEntrepreneur(8), entrepreneurCard],
  ] as const)('any digit of any identifier of %s', (_, company, write) => {
    const taken: string[] = [];
    for (const identifier of IDENTIFIERS) {
      Array.from(company[identifier]).forEach((digit, at) => {
        for (const other of otherDigits(digit)) {
          const wrong = withDigit(company, identifier, at, other);
          const reading = recogniseCard(textToRows(write(wrong)));
          if (isSilentlyTaken(reading, identifier, wrong[identifier])) taken.push(`${identifier} ${wrong[identifier]}`);
        }
      });
    }
    expect(taken).toEqual([]);
  });

  test.each(SAMPLE_CARDS.map((card, index) => [card.name, card, index] as const))(
    'in the file «%s»',
    async (_, { company, file }, index) => {
      const taken: string[] = [];
      for (const identifier of IDENTIFIERS.filter((name) => company[name] !== '')) {
        const value = company[identifier];
        // A different place of each number in each card; the middle of the list of other digits is as good as any.
        const at = (index * 7 + identifier.length) % value.length;
        const wrong = withDigit(company, identifier, at, otherDigits(value.charAt(at))[index % 9] ?? '0');
        const rows = await readCardFile(await file(wrong), pdfText);
        if (!rows.ok) throw new Error(rows.error.code);
        if (isSilentlyTaken(recogniseCard(rows.value), identifier, wrong[identifier]))
          taken.push(`${identifier} ${wrong[identifier]}`);
      }
      expect(taken).toEqual([]);
    },
  );
});

describe('what is wrong is named with what the card says', () => {
  const company = aFirm(1);

  test.each([
    ['inn', 9, 'card.checkDigit'],
    ['ogrn', 12, 'card.checkDigit'],
    ['account', 15, 'card.accountKey'],
    ['corrAccount', 19, 'card.corrAccountKey'],
    ['bic', 8, 'card.bankKeys'],
    ['bic', 1, 'card.bicWrong'],
    ['bic', 2, 'card.bicRegion'],
    ['kpp', 3, 'card.kppUnusual'],
  ] as const)('%s with another digit at place %i', (identifier, at, code) => {
    const digit = company[identifier].charAt(at);
    const wrong = withDigit(company, identifier, at, digit === '3' ? '5' : '3');
    expect(read(wrong).problems).toContainEqual(
      expect.objectContaining({ code, field: fieldOf(identifier), value: wrong[identifier] }),
    );
  });

  test('a lost digit and a digit too many', () => {
    const short = read({ ...company, inn: company.inn.slice(1) });
    expect(short.party.inn).toBe('');
    expect(short.problems).toContainEqual(expect.objectContaining({ code: 'card.wrongLength', field: 'inn' }));
    const long = read({ ...company, account: `${company.account}0` });
    expect(long.party.bankAccounts[0]?.account).toBe('');
  });

  test.each([
    ['inn', '7701000040', false],
    ['inn', '7707083893', true],
    ['ogrn', '304500116000157', true],
  ] as const)('a right key that lets slips through is trusted less than another: %s %s', (field, number, isSure) => {
    const reading = recogniseCard([
      { cells: [`${field === 'inn' ? 'ИНН' : 'ОГРНИП'} ${number}`] },
      { cells: ['ООО «Ромашка»'] },
    ]);
    expect(reading.party[field]).toBe(number);
    const confidence = reading.marks.find((mark) => mark.field === field)?.confidence ?? 0;
    expect(confidence >= 0.9).toBe(isSure);
  });

  test('all zeros are no number', () => {
    expect(read({ ...company, inn: '0000000000' }).party.inn).toBe('');
  });

  test('an account without a БИК is not taken, because nothing can check it', () => {
    const text = listCard(company).replace(/^БИК.*\n/mu, '');
    const reading = recogniseCard(textToRows(text));
    expect(reading.party.bankAccounts[0]?.account).toBe('');
    expect(reading.problems).toContainEqual(expect.objectContaining({ code: 'card.accountUnverified' }));
  });
});
