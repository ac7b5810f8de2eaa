import { isAccountOfBic } from '#shared/domain/requisites/bank-account.ts';
import { isInn10 } from '#shared/domain/requisites/inn.ts';
import { isOgrn } from '#shared/domain/requisites/ogrn.ts';
import { accountant, at, companyName, head, reachedAt, taxedAs, type PartyInput } from '#shared/demo/cards.ts';
import { accountIn, type DemoBic } from '#shared/demo/banks.ts';

const FIRST = [
  'Северный',
  'Волжский',
  'Полевой',
  'Речной',
  'Городской',
  'Лесной',
  'Дальний',
  'Ясный',
  'Новый',
  'Тихий',
];
const SECOND = ['Двор', 'Причал', 'Склад', 'Дом', 'Ряд', 'Берег', 'Стан', 'Терминал', 'Базар', 'Уклад'];
const LAST_NAMES = [
  'Абрамов',
  'Буров',
  'Власов',
  'Гусев',
  'Ершов',
  'Жилин',
  'Зимин',
  'Ильин',
  'Козлов',
  'Лыков',
  'Мухин',
];
const FIRST_NAMES = ['Андрей', 'Борис', 'Вадим', 'Герман', 'Денис', 'Егор', 'Захар'];
const MIDDLE_NAMES = ['Павлович', 'Романович', 'Сергеевич', 'Тарасович', 'Фёдорович'];
const STREETS = ['Заводская', 'Портовая', 'Садовая', 'Вокзальная', 'Полевая', 'Складская', 'Мостовая'];
const BANKS_OF_RUSSIA = ['044525225', '044525593', '044525974', '044525187'] as const satisfies readonly DemoBic[];

const chosen = <T>(from: readonly T[], place: number): T => {
  const value = from[place % from.length];
  if (value === undefined) throw new RangeError('nothing to choose from');
  return value;
};

/** Completes a number by the one control digit that its rule accepts. */
const withControlDigit = (build: (digit: number) => string, isRight: (text: string) => boolean): string => {
  for (let digit = 0; digit < 10; digit += 1) {
    const text = build(digit);
    if (isRight(text)) return text;
  }
  throw new Error(`no control digit fits ${build(0)}`);
};

/** The region of the made companies; no demonstration card lives in it, so no ИНН of theirs can be met here. */
const REGION = '63';
const digits = (value: number, width: number): string => String(value).padStart(width, '0');

export const madeName = (n: number): string =>
  `${chosen(FIRST, n)} ${chosen(SECOND, Math.floor(n / FIRST.length))} ${digits(n + 1, 2)}`;

/** A counterparty that differs from every other and whose requisites pass every check; `n` from 0 to 99 999. */
export const madeParty = (n: number): PartyInput => {
  const bic = chosen(BANKS_OF_RUSSIA, n);
  const person = personOf(n);
  return {
    ...companyName('ООО', madeName(n)),
    inn: withControlDigit((digit) => `${REGION}99${digits(n, 5)}${digit}`, isInn10),
    kpp: `${REGION}9901001`,
    ogrn: withControlDigit((digit) => `1${digits(10 + (n % 15), 2)}${REGION}99${digits(n, 5)}${digit}`, isOgrn),
    ...at(`443${digits(n % 1000, 3)}, Самарская область, г. Самара, ул. ${chosen(STREETS, n)}, д. ${(n % 90) + 1}`),
    ...reachedAt(1000 + (n % 9000), `client${n}`, person),
    ...taxedAs('osno'),
    bankAccounts: accountIn(
      bic,
      withControlDigit(
        (digit) => `40702810${digit}99990${digits(n, 6)}`,
        (text) => isAccountOfBic(bic, text),
      ),
    ),
    signatories: [head(person, 'm'), accountant(personOf(n + 3), 'm')],
  };
};

const personOf = (n: number): string =>
  `${chosen(LAST_NAMES, n)} ${chosen(FIRST_NAMES, n)} ${chosen(MIDDLE_NAMES, Math.floor(n / 3))}`;
