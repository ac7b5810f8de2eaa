import type { OpenItem, ProposalKind } from '../../domain/matching/types.ts';
import { asId, type PartyId } from '../../kernel/id.ts';
import { kopecks } from '../../kernel/money.ts';
import type { Draft, GoldenAnswer } from './demo-operation.ts';
import type { DemoGround } from './ground.ts';
import { sideOf } from './pool.ts';

const nothing = (kind: ProposalKind, sum: number, partyId: PartyId | null, mayPost: boolean): GoldenAnswer => ({
  kind,
  partyId,
  mayPost,
  allocations: [],
  remainder: kopecks(sum),
});

/** Strangers: their ИНН are in no card, two are namesakes of cards, two name papers of somebody else. */
const STRANGERS: readonly (readonly [string, string, (item: OpenItem) => string])[] = [
  ['7799020315', 'ООО "Ромашка-Сервис"', () => 'Оплата по договору поставки. Без НДС'],
  ['5099020323', 'ООО "Вектор Плюс"', () => 'Оплата за товар по договору, в т.ч. НДС 22%'],
  ['7899020333', 'ООО "Бумажный лес"', () => 'Аванс по договору'],
  ['6699020341', 'АО "Дальний порт"', ({ number }) => `Оплата по счету № ${number}`],
  ['2399020350', 'ООО "Южный берег"', ({ number }) => `сч ${number} от 01.02.2026 НДС не облагается`],
  ['5499020367', 'ООО "Сибирь-Мебель"', () => 'Предоплата за мебель'],
  ['1699020374', 'ООО "Кама Опт"', () => 'Оплата по письму б/н'],
  ['6399020380', 'ООО "Самара Тара"', () => 'Оплата по акту сверки на 30.09.2026'],
];

export const strangersPayments = ({ openItems, organisations }: DemoGround): Draft[] =>
  STRANGERS.map(([inn, name, words], index): Draft => {
    const organisationId = organisations[index % organisations.length]?.id ?? asId<'party'>('');
    const invoices = openItems.filter(
      (item) => item.organisationId === organisationId && item.direction === 'incoming',
    );
    const [item] = invoices.slice(index * 2);
    const sum = 3_777_700 + index * 10_103;
    return {
      group: 'unknownPayer',
      organisationId,
      direction: 'incoming',
      counterparty: { name, inn, kpp: null, account: `407028105000000077${String(10 + index)}`, bic: '044525225' },
      sum: kopecks(sum),
      purpose: item === undefined ? '' : words(item),
      golden: nothing('unknown', sum, null, false),
    };
  });

/** Two returns to clients, two returns from carriers. */
export const refunds = (ground: DemoGround): Draft[] => {
  const invoices = ground.openItems.filter(({ direction }) => direction === 'incoming');
  const bills = ground.openItems.filter(({ direction }) => direction === 'outgoing');
  const words = [
    (item: OpenItem) => `Возврат излишне перечисленных средств по счету № ${item.number}. Без НДС`,
    (item: OpenItem) => `Возврат аванса по договору ${item.contractNumber || 'б/н'}, ${item.number}`,
    (item: OpenItem) => `Возврат ошибочно перечисленной оплаты по счету ${item.number}`,
    () => 'Возврат денежных средств за неоказанные услуги',
  ];
  return [...invoices.slice(3, 5), ...bills.slice(0, 2)].map((item, index): Draft => {
    const sum = 1_250_000 + index * 7;
    return {
      group: 'refund',
      organisationId: item.organisationId,
      direction: item.direction === 'incoming' ? 'outgoing' : 'incoming',
      counterparty: sideOf(ground, item.partyId),
      sum: kopecks(sum),
      purpose: (words[index] ?? String)(item),
      golden: nothing('refund', sum, item.partyId, false),
    };
  });
};

type Plain = {
  readonly kind: ProposalKind;
  readonly counterparty: Omit<Draft['counterparty'], 'kpp'>;
  readonly order?: string;
  readonly budget?: Draft['budget'];
  readonly purpose: string;
};

const bank = { name: 'ПАО СБЕРБАНК', inn: '7707083893', account: '70601810900001020702', bic: '044525225' };
const treasury = {
  name: 'Казначейство России (ФНС России)',
  inn: '7727406020',
  account: '03100643000000018500',
  bic: '017003983',
};
const social = { ...treasury, name: 'ОСФР по Тульской области', inn: null, account: '03100643000000016600' };
const worker = (name: string, tail: string) => ({
  name,
  inn: null,
  account: `408178105000000${tail}`,
  bic: '044525225',
});
const taxCode = { kbk: '18201061201010000510', oktmo: '0', payerStatus: '01' };

const PLAIN: readonly Plain[] = [
  {
    kind: 'fee',
    counterparty: bank,
    order: 'Банковский ордер',
    purpose: 'Комиссия за ведение счета за октябрь 2026 г. Без НДС',
  },
  {
    kind: 'fee',
    counterparty: bank,
    order: 'Банковский ордер',
    purpose: 'Плата за пакет услуг «Лёгкий старт» согл. тарифам банка',
  },
  {
    kind: 'fee',
    counterparty: bank,
    order: 'Банковский ордер',
    purpose: 'Комиссия за перевод по п/п № 1204 от 03.11.2026',
  },
  { kind: 'fee', counterparty: bank, purpose: 'Абонентская плата за ДБО. НДС не облагается' },
  {
    kind: 'tax',
    counterparty: treasury,
    budget: taxCode,
    purpose: 'Единый налоговый платеж',
  },
  {
    kind: 'tax',
    counterparty: social,
    budget: { ...taxCode, kbk: '79710212000061000160' },
    purpose: 'Страховые взносы на травматизм за октябрь 2026, рег. № 7100012345',
  },
  { kind: 'tax', counterparty: treasury, budget: taxCode, purpose: 'НДФЛ за период 01.10.2026-22.10.2026, ЕНП' },
  {
    kind: 'salary',
    counterparty: worker('Иванчук Пётр Саввич', '12345'),
    purpose: 'Заработная плата за октябрь 2026 г. НДС не облагается',
  },
  {
    kind: 'salary',
    counterparty: worker('Белова Вера Аркадьевна', '12346'),
    purpose: 'Аванс за первую половину ноября 2026 г.',
  },
  {
    kind: 'salary',
    counterparty: { ...bank, account: '47422810500000000001' },
    purpose: 'Перечисление заработной платы по реестру № 12 от 10.11.2026',
  },
  {
    kind: 'salary',
    counterparty: worker('Нечай Олег Ильич', '12347'),
    purpose: 'Отпускные по приказу № 15 от 02.11.2026',
  },
  {
    kind: 'ownTransfer',
    counterparty: { name: '', inn: '', account: '40702810600000099901', bic: '044525974' },
    purpose: 'Перевод собственных средств. Без НДС',
  },
  {
    kind: 'ownTransfer',
    counterparty: { name: '', inn: '', account: '40702810600000099902', bic: '044525187' },
    purpose: 'Пополнение счета собственными средствами',
  },
  {
    kind: 'salary',
    counterparty: worker('Петров Сергей Львович', '12348'),
    purpose: 'Подотчетная сумма на командировку',
  },
  { kind: 'fee', counterparty: bank, order: 'Банковский ордер', purpose: 'Комиссия за смс-информирование за 11.2026' },
  { kind: 'tax', counterparty: treasury, budget: taxCode, purpose: 'Единый налоговый платеж (взносы)' },
];

/** Forty-eight operations that pay for no paper; all of them may post themselves. */
export const withoutDocuments = ({ organisations }: DemoGround): Draft[] =>
  Array.from({ length: 48 }, (_, index): Draft => {
    const plain = PLAIN[index % PLAIN.length] ?? PLAIN[0];
    const own = organisations[index % 3] ?? organisations[0];
    if (plain === undefined || own === undefined) throw new RangeError('the demo has no company');
    const isOwn = plain.kind === 'ownTransfer';
    const sum = 115_000 + index * 1_907;
    const counterparty = { ...plain.counterparty, kpp: null };
    return {
      group: 'noDocument',
      organisationId: own.id,
      direction: isOwn && index % 2 === 1 ? 'incoming' : 'outgoing',
      counterparty: isOwn ? { ...counterparty, name: own.names[0] ?? '', inn: own.inn } : counterparty,
      sum: kopecks(sum),
      purpose: plain.purpose,
      ...(plain.order === undefined ? {} : { kind: plain.order }),
      ...(plain.budget === undefined ? {} : { budget: plain.budget }),
      golden: nothing(plain.kind, sum, null, true),
    };
  });
