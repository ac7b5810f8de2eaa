import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { aFirm } from '#test/fixtures/cards/companies.ts';
import { aDocxFile, encode } from '#test/fixtures/cards/files.ts';
import { listCard } from '#test/fixtures/cards/text-cards.ts';
import { cardShape, refusalShape } from '#test/helpers/cli-shapes.ts';
import { sharedFolder } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplekt } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();
const company = aFirm(1);

const parse = async (name: string, bytes: Uint8Array) => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return komplekt(['card', 'parse', file, '--json']);
};

test('a card is read without a base, and its company is what the import of parties takes', async () => {
  const answer = answerOf(
    await parse('Карточка предприятия.docx', await aDocxFile([{ lines: listCard(company).split('\n') }])),
    cardShape,
  );
  expect(answer.party).toMatchObject({
    inn: company.inn,
    shortName: company.shortName,
    bankAccounts: [{ account: company.account }],
  });
  expect(answer.confidence['inn']).toBe(1);
  expect(answer.problems).toEqual([]);
});

test('a wrong digit: read in part, the field is empty, the number as written is in the problem', async () => {
  const wrong = `${company.inn.slice(0, 9)}${(Number(company.inn.charAt(9)) + 1) % 10}`;
  const answer = answerOf(
    await parse('с опиской.txt', encode(listCard({ ...company, inn: wrong }), 'windows-1251')),
    cardShape,
    1,
  );
  expect(answer.party.inn).toBe('');
  expect(answer.problems).toContainEqual(
    expect.objectContaining({ code: 'card.checkDigit', where: 'ИНН', data: { field: 'inn', value: wrong } }),
  );
});

test('a file that is no card is refused', async () => {
  const refusal = answerOf(
    await parse(
      'карточка.docx',
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 197) % 256),
    ),
    refusalShape,
    3,
  );
  expect(refusal.problems).toMatchObject([{ code: 'card.notText' }]);
});

test('a file that is not there is refused', async () => {
  const refusal = answerOf(
    await komplekt(['card', 'parse', path.join(folder, 'нет такого.txt'), '--json']),
    refusalShape,
    3,
  );
  expect(refusal.problems).toMatchObject([{ code: 'file.unreadable' }]);
});
