import { vatPercent, type VatRate } from '../../kernel/vat.ts';
import { formatDate } from '../../kernel/date.ts';
import type { Contract } from '../contract/contract.ts';
import type { BankAccount, Party } from '../party/party.ts';
import { countryByCode } from '../units/countries.ts';
import { currencyByLetters } from '../units/currencies.ts';
import { unitByCode, unitByName } from '../units/okei.ts';
import { flag, text, type EdChildren, type EdContent, type EdElement } from './element.ts';
import type { OneCLine, OneCPaper } from './paper.ts';
import { recordUuid } from './record-id.ts';

/** Content that repeats in many documents; kept by key so that it is built and printed once. */
export type Repeated = (key: string, build: () => EdChildren) => EdContent;

/** Past this many kept parts the store starts anew, so that a long period does not fill the memory. */
const KEPT_PARTS = 20_000;

export const createRepeated = (): Repeated => {
  const kept = new Map<string, EdContent>();
  return (key, build) => {
    const found = kept.get(key);
    if (found !== undefined) return found;
    if (kept.size >= KEPT_PARTS) kept.clear();
    const made = { shared: build() };
    kept.set(key, made);
    return made;
  };
};

const classifier = (code: string, name: string): EdElement => [
  'ДанныеКлассификатора',
  [text('Код', code), text('Наименование', name)],
];

const isNatural = ({ kind }: Party): boolean => kind === 'ip' || kind === 'npd' || kind === 'person';

const personKind = (party: Party): EdElement => [
  'ЮридическоеФизическоеЛицо',
  isNatural(party) ? 'ФизическоеЛицо' : 'ЮридическоеЛицо',
];

const isForeign = ({ kind, countryCode }: Party): boolean =>
  kind === 'foreign' || (countryCode !== '' && countryCode !== '643');

const countryOf = (party: Party): EdElement | null => {
  const country = isForeign(party) ? countryByCode(party.countryCode) : null;
  return country && ['СтранаРегистрации', [classifier(country.code, country.name.toUpperCase())]];
};

const nameOf = (party: Party): string => party.shortName || party.fullName;

/** The accountant's own card is found by ИНН and КПП; the full card of our company is never sent (formats/README.md §2.3). */
export const organisationKey = (repeated: Repeated, party: Party): EdContent =>
  repeated(`organisation:${party.id}`, () => [
    ['Ссылка', recordUuid('organisation', party.id)],
    ['Наименование', nameOf(party)],
    ['НаименованиеСокращенное', nameOf(party)],
    text('НаименованиеПолное', party.fullName),
    text('ИНН', party.inn),
    isNatural(party) ? null : text('КПП', party.kpp),
    personKind(party),
  ]);

export const partyKey = (repeated: Repeated, party: Party): EdContent =>
  repeated(`party:${party.id}`, () => [
    ['Ссылка', recordUuid('party', party.id)],
    ['Наименование', nameOf(party)],
    text('НаименованиеПолное', party.fullName),
    text('ИНН', party.inn),
    isNatural(party) ? null : text('КПП', party.kpp),
    personKind(party),
    countryOf(party),
    isForeign(party) ? text('НалоговыйНомерНерезидента', party.foreignTaxId) : null,
    text('РегистрационныйНомер', party.ogrn),
    party.kind === 'ip' ? flag('ИндивидуальныйПредприниматель', true) : null,
    party.kind === 'npd' ? flag('Самозанятый', true) : null,
  ]);

/** Code and name of the classifier of currencies; 1C writes the rouble as «руб.». */
export const currencyContent = (repeated: Repeated, letters: string): EdContent =>
  repeated(`currency:${letters}`, () => {
    const code = currencyByLetters(letters)?.code ?? '643';
    return [classifier(code, code === '643' ? 'руб.' : letters)];
  });

const PIECE = { code: '796', name: 'шт' } as const;

/** Where the unit has no ОКЕИ code («рейс»), the piece stands for it: the classifier of 1C takes codes only. */
export const unitContent = (repeated: Repeated, line: Pick<OneCLine, 'unitName' | 'unitCode'>): EdContent => {
  const unit = unitByCode(line.unitCode) ?? unitByName(line.unitName) ?? PIECE;
  return repeated(`unit:${unit.code}`, () => [classifier(unit.code, unit.name)]);
};

const vatKind = (rate: VatRate): string => {
  const isCalculated = rate.includes('/');
  const percent = vatPercent(rate);
  if (percent >= 18n) return isCalculated ? 'ОбщаяРасчетная' : 'Общая';
  return isCalculated ? 'ПониженнаяРасчетная' : 'Пониженная';
};

/** Rates of formats/README.md §2.4: without tax has no rate at all, and 0 % is not «без НДС». */
export const vatContent = (repeated: Repeated, rate: VatRate): EdContent =>
  repeated(`vat:${rate}`, () => {
    if (rate === 'none') return [flag('РасчетнаяСтавка', false), flag('НеОблагается', true), ['ВидСтавки', 'БезНДС']];
    const kind = rate === '0' ? 'Нулевая' : vatKind(rate);
    return [
      ['Ставка', String(vatPercent(rate))],
      flag('РасчетнаяСтавка', rate.includes('/')),
      flag('НеОблагается', false),
      ['ВидСтавки', kind],
    ];
  });

/** The UUID of a product hangs on its code; without one, on its name and sort. */
const productUuid = ({ code, kind, product }: OneCLine): string =>
  recordUuid('product', code === '' ? `${kind}:${product}` : code);

export const productKey = (repeated: Repeated, line: OneCLine): EdContent =>
  repeated(`product:${line.kind}:${line.code}:${line.product}`, () => [
    ['Ссылка', productUuid(line)],
    ['НаименованиеПолное', line.product],
    text('Артикул', line.code),
    ['Наименование', line.product],
  ]);

const NO_CONTRACT = 'Без договора';

const isPurchase = ({ role }: Pick<OneCPaper, 'role'>): boolean =>
  role === 'supplierInvoice' || role === 'purchase' || role === 'purchaseFactura';

const contractKindOf = (paper: OneCPaper): string => (isPurchase(paper) ? 'СПоставщиком' : 'СПокупателем');

/** What a contract hangs on: its own id, or the pair that has none. */
export const contractIdOf = ({ contract, organisation, party, role }: OneCPaper): string =>
  contract === null ? `${organisation.id}:${party.id}:${isPurchase({ role }) ? 'purchase' : 'sale'}` : contract.id;

const contractName = ({ number, date }: Contract): string => `№ ${number} от ${formatDate(date)}`;

/** A paper without a contract gets the pair's own «Без договора»: 1C keeps no settlements outside a contract. */
export const contractKey = (repeated: Repeated, paper: OneCPaper): EdContent =>
  repeated(`contract:${contractIdOf(paper)}:${paper.currency}`, () => {
    const { contract } = paper;
    return [
      ['Ссылка', recordUuid(contract === null ? 'noContract' : 'contract', contractIdOf(paper))],
      ['ВидДоговора', contractKindOf(paper)],
      ['Организация', organisationKey(repeated, paper.organisation)],
      ['Контрагент', partyKey(repeated, paper.party)],
      ['ВалютаВзаиморасчетов', currencyContent(repeated, paper.currency)],
      flag('РасчетыВУсловныхЕдиницах', false),
      ['Наименование', contract === null ? NO_CONTRACT : contractName(contract)],
      contract === null ? null : ['Дата', contract.date],
      contract === null ? null : ['Номер', contract.number],
    ];
  });

export type AccountOwner = { readonly party: Party; readonly isOurs: boolean };

export const accountKey = (repeated: Repeated, owner: AccountOwner, account: BankAccount): EdContent =>
  repeated(`account:${owner.isOurs}:${owner.party.id}:${account.account}`, () => [
    ['Ссылка', recordUuid('account', `${owner.party.id}:${account.account}`)],
    ['НомерСчета', account.account],
    [
      'Банк',
      [
        [
          'ДанныеКлассификатораБанков',
          [text('Наименование', account.bankName), text('БИК', account.bic), text('КоррСчет', account.corrAccount)],
        ],
      ],
    ],
    [
      'Владелец',
      [
        owner.isOurs
          ? ['ОрганизацииСсылка', organisationKey(repeated, owner.party)]
          : ['КонтрагентыСсылка', partyKey(repeated, owner.party)],
      ],
    ],
  ]);

export const settlements = (repeated: Repeated, paper: OneCPaper): EdContent =>
  repeated(`settlements:${contractIdOf(paper)}:${paper.currency}`, () => [
    ['Договор', contractKey(repeated, paper)],
    ['ВалютаВзаиморасчетов', currencyContent(repeated, paper.currency)],
    ['КурсВзаиморасчетов', '1'],
    ['КратностьВзаиморасчетов', '1'],
    flag('РасчетыВУсловныхЕдиницах', false),
  ]);
