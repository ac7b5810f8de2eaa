import { describe, expect, test } from 'vitest';
import { isOfClient, namesContact, namesMoney, withoutSentences } from '#shared/domain/document/sides/free-words.ts';
import { internalSourceOf } from '#shared/domain/document/sides/internal-source.ts';
import { counterpartyOf, sideContractOf } from '#shared/domain/document/sides/document-side.ts';
import { aDeal } from '#test/helpers/a-deal.ts';
import { anOrder, aSource } from '#test/helpers/a-source.ts';

const source = aSource({
  kind: 'production-order',
  order: anOrder({ comment: 'Логотип слева. Спросить Орлова Мария Сергеевна. Скидка 5% уже в цене.\nСтоит 450 руб.' }),
  terms: aDeal({ branding: 'Тампопечать. Цена клише 3 000 ₽' }),
});

describe('what our own people may know of an order', () => {
  test('has no money, no contract and nobody to call', () => {
    const text = JSON.stringify(internalSourceOf(source), (_, value: unknown) =>
      typeof value === 'bigint' ? `${value} kopecks` : value,
    );
    for (const secret of [
      'kopecks',
      'price',
      '12/26',
      source.buyer.inn,
      source.buyer.phone,
      source.buyer.contactName,
      '450',
    ])
      expect(text).not.toContain(secret);
    expect(sideContractOf(source)).toBeNull();
  });

  test('has the name of the client, and of the free words those that tell no secret', () => {
    const { clientName, comment, branding } = internalSourceOf(source);
    expect(clientName).toBe(source.buyer.shortName);
    expect(comment).toBe('Логотип слева.');
    expect(branding).toBe('Тампопечать.');
  });

  test('names each line by its place in the order', () => {
    const mixed = {
      ...source,
      order: anOrder({
        lines: anOrder().lines.map((line, index) => ({ ...line, kind: index === 0 ? 'service' : 'goods' })),
      }),
    };
    expect(internalSourceOf(mixed).lines.map(({ path }) => path)).toEqual(['lines[1]']);
  });

  test('the paper is ours: no list of the client’s papers holds it', () => {
    expect(counterpartyOf(source).id).toBe(source.organisation.party.id);
  });
});

describe('free words', () => {
  test.each([
    ['упаковать по 10 штук', false],
    ['3 коробки, 2 цвета', false],
    ['итого 1 500 руб.', true],
    ['доплата 300р.', true],
    ['по цене 45', true],
    ['цену уточнит менеджер', false],
  ])('«%s» names money: %s', (text, isMoney) => {
    expect(namesMoney(text)).toBe(isMoney);
  });

  test.each([
    ['звонить +7 (812) 000-00-12', true],
    ['8 900 0000012', true],
    ['писать на a@b.ru', true],
    ['артикул 89000', false],
  ])('«%s» tells a contact: %s', (text, isContact) => {
    expect(namesContact(text)).toBe(isContact);
  });

  test('a number with a point does not end a sentence', () => {
    expect(withoutSentences('Длина 2. 5 м. Вторая', () => false)).toBe('Длина 2. 5 м. Вторая');
    expect(withoutSentences('Один руб. за штуку. Два', (one) => one.startsWith('Один'))).toBe('Два');
  });

  test('a client without contacts gives nothing away', () => {
    expect(isOfClient({ ...source.buyer, contactName: '', email: '', phone: '', signatories: [] }, 'любой текст')).toBe(
      false,
    );
  });
});
