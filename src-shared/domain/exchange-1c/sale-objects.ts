import { moneyToDecimal } from '../../kernel/money.ts';
import { mainAccountOf } from '../party/main-account.ts';
import type { Party } from '../party/party.ts';
import { flag, text, type EdChildren, type EdContent, type EdElement } from './element.ts';
import { lineTables } from './line-tables.ts';
import type { OneCPaper, PaperReference } from './paper.ts';
import {
  accountKey,
  contractKey,
  currencyContent,
  organisationKey,
  partyKey,
  settlements,
  type Repeated,
} from './parts.ts';
import { recordUuid, type OneCRecord } from './record-id.ts';
import type { EdVersion } from './versions.ts';

/** Documents of 1C have a moment; ours have a day only. */
export const moment = (date: string): string => `${date}T00:00:00`;

const paperKey = (repeated: Repeated, record: OneCRecord, paper: PaperReference, organisation: Party): EdChildren => [
  ['Ссылка', recordUuid(record, paper.id)],
  ['Дата', moment(paper.date)],
  ['Номер', paper.number],
  ['Организация', organisationKey(repeated, organisation)],
];

const ourAccount = (repeated: Repeated, { organisation, currency }: OneCPaper): EdElement | null => {
  const account = mainAccountOf(organisation, currency);
  return account && ['БанковскийСчетОрганизации', accountKey(repeated, { party: organisation, isOurs: true }, account)];
};

const comment = ({ comment: words }: OneCPaper): EdElement | null =>
  words === '' ? null : ['ОбщиеСвойстваОбъектовФормата', [['Комментарий', words]]];

/** Счет на оплату as an order of the customer. */
export const orderObject = (repeated: Repeated, paper: OneCPaper, version: EdVersion): EdElement => [
  'Документ.ЗаказКлиента',
  [
    ['КлючевыеСвойства', paperKey(repeated, 'order', paper, paper.organisation)],
    ['Валюта', currencyContent(repeated, paper.currency)],
    ['Сумма', moneyToDecimal(paper.sum)],
    ['Контрагент', partyKey(repeated, paper.party)],
    ['ДанныеВзаиморасчетов', settlements(repeated, paper)],
    text('АдресДоставки', paper.deliveryAddress),
    flag('СуммаВключаетНДС', true),
    ourAccount(repeated, paper),
    ...lineTables(repeated, paper, version),
    comment(paper),
  ],
];

const partyElement = (repeated: Repeated, name: string, party: Party | null): EdElement | null =>
  party && [name, partyKey(repeated, party)];

const isTaxed = (paper: OneCPaper): boolean => paper.lines.some(({ rate }) => rate !== 'none');

/** Акт, накладная or УПД as a sale. */
export const saleObject = (repeated: Repeated, paper: OneCPaper, version: EdVersion): EdElement => {
  const { consignor, organisation, invoice } = paper;
  return [
    'Документ.РеализацияТоваровУслуг',
    [
      ['КлючевыеСвойства', paperKey(repeated, 'sale', paper, organisation)],
      ['ВидОперации', 'РеализацияКлиенту'],
      ['Валюта', currencyContent(repeated, paper.currency)],
      ['Сумма', moneyToDecimal(paper.sum)],
      flag('СуммаВключаетНДС', true),
      partyElement(repeated, 'Грузоотправитель', consignor?.id === organisation.id ? null : consignor),
      ourAccount(repeated, paper),
      ['Контрагент', partyKey(repeated, paper.party)],
      ['ДанныеВзаиморасчетов', settlements(repeated, paper)],
      invoice && ['Заказ', paperKey(repeated, 'order', invoice, organisation)],
      partyElement(repeated, 'Грузополучатель', paper.consignee),
      text('АдресДоставки', paper.deliveryAddress),
      ['Налогообложение', isTaxed(paper) ? 'ПродажаОблагаетсяНДС' : 'ПродажаНеОблагаетсяНДС'],
      ...lineTables(repeated, paper, version),
      ['СпособПогашенияЗадолженности', 'Автоматически'],
      comment(paper),
      ...(version === '1.20'
        ? [paper.isUpd ? flag('ЭтоУПД', true) : null, text('СведенияОТранспортировке', paper.transport)]
        : []),
    ],
  ];
};

const viaPaper = ({ isElectronic }: OneCPaper): EdElement => [
  'СпособВыставления',
  isElectronic ? 'ВЭлектронномВиде' : 'НаБумажномНосителе',
];

const basisTable = (name: string, content: EdContent): EdElement => [
  'ДокументыОснования',
  [['Строка', [['ДокументОснование', [[name, content]]]]]],
];

/** Счет-фактура of a sale: of its own, or the upper half of a УПД of status 1. */
export const facturaObject = (repeated: Repeated, paper: OneCPaper, basis: PaperReference): EdElement => [
  'Документ.СчетФактураВыданный',
  [
    [
      'КлючевыеСвойства',
      [
        ['Ссылка', recordUuid('factura', paper.id)],
        ['Номер', paper.number],
        ['Дата', moment(paper.date)],
        paper.revision && ['НомерИсправления', paper.revision.number],
        paper.revision && ['ДатаИсправления', paper.revision.date],
        ['Организация', organisationKey(repeated, paper.organisation)],
      ],
    ],
    ['Валюта', currencyContent(repeated, paper.currency)],
    ['Сумма', moneyToDecimal(paper.sum)],
    ['Контрагент', partyKey(repeated, paper.party)],
    ['Договор', contractKey(repeated, paper)],
    ['СуммаНДС', moneyToDecimal(paper.vat)],
    ['ВидСчетаФактуры', 'НаРеализацию'],
    ['КодВидаОперации', '01'],
    flag('Выставлен', true),
    ['ДатаВыставления', paper.date],
    viaPaper(paper),
    basisTable('РеализацияТоваровУслугСсылка', paperKey(repeated, 'sale', basis, paper.organisation)),
  ],
];
