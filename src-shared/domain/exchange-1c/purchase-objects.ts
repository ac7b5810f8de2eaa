import { moneyToDecimal } from '../../kernel/money.ts';
import { mainAccountOf } from '../party/main-account.ts';
import { flag, type EdChildren, type EdElement } from './element.ts';
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
import { moment } from './sale-objects.ts';
import type { EdVersion } from './versions.ts';

/** Our own receipt with the number and date of the carrier's paper beside it. */
const incomingKey = (
  repeated: Repeated,
  record: OneCRecord,
  { id, number, date }: PaperReference,
  { organisation, party, incoming }: OneCPaper,
): EdChildren => [
  ['Ссылка', recordUuid(record, id)],
  ['Дата', moment(date)],
  ['Номер', number],
  ['Организация', organisationKey(repeated, organisation)],
  incoming && [
    'ДанныеВходящегоДокумента',
    [
      ['НомерВходящегоДокумента', incoming.number],
      ['ДатаВходящегоДокумента', incoming.date],
    ],
  ],
  ['Контрагент', partyKey(repeated, party)],
];

const theirAccount = (repeated: Repeated, { party, currency }: OneCPaper): EdElement | null => {
  const account = mainAccountOf(party, currency);
  return account && ['БанковскийСчетКонтрагента', accountKey(repeated, { party, isOurs: false }, account)];
};

/** A carrier's invoice for payment. */
export const supplierInvoiceObject = (repeated: Repeated, paper: OneCPaper, version: EdVersion): EdElement => [
  'Документ.СчетПоставщика',
  [
    ['КлючевыеСвойства', incomingKey(repeated, 'supplierInvoice', paper, paper)],
    ['Валюта', currencyContent(repeated, paper.currency)],
    ['Сумма', moneyToDecimal(paper.sum)],
    ['ДанныеВзаиморасчетов', settlements(repeated, paper)],
    flag('СуммаВключаетНДС', true),
    theirAccount(repeated, paper),
    ...lineTables(repeated, paper, version),
  ],
];

const isTaxed = (paper: OneCPaper): boolean => paper.lines.some(({ rate }) => rate !== 'none');

/** A carrier's act or УПД. Its lines stand before the currency, unlike in a sale. */
export const purchaseObject = (repeated: Repeated, paper: OneCPaper, version: EdVersion): EdElement => [
  'Документ.ПоступлениеТоваровУслуг',
  [
    ['КлючевыеСвойства', incomingKey(repeated, 'purchase', paper, paper)],
    ...lineTables(repeated, paper, version),
    ['Валюта', currencyContent(repeated, paper.currency)],
    ['ВидОперации', 'ПокупкаУПоставщика'],
    ['Сумма', moneyToDecimal(paper.sum)],
    flag('СуммаВключаетНДС', true),
    theirAccount(repeated, paper),
    ['ДанныеВзаиморасчетов', settlements(repeated, paper)],
    ['Налогообложение', isTaxed(paper) ? 'ОблагаетсяНДС' : 'НеОблагаетсяНДС'],
    paper.invoice && ['СчетПоставщика', incomingKey(repeated, 'supplierInvoice', paper.invoice, paper)],
    ['СпособПогашенияЗадолженности', 'Автоматически'],
    version === '1.20' && paper.isUpd ? flag('ЭтоУПД', true) : null,
  ],
];

/** A carrier's счет-фактура; `basis` is our receipt of the act it belongs to. */
export const purchaseFacturaObject = (repeated: Repeated, paper: OneCPaper, basis: PaperReference): EdElement => {
  const incoming = paper.incoming ?? paper;
  const receivedOn = paper.incoming?.receivedOn ?? paper.date;
  return [
    'Документ.СчетФактураПолученный',
    [
      [
        'КлючевыеСвойства',
        [
          ['Ссылка', recordUuid('purchaseFactura', paper.id)],
          ['НомерВходящегоДокумента', incoming.number],
          ['ДатаВходящегоДокумента', incoming.date],
          ['Организация', organisationKey(repeated, paper.organisation)],
          ['Контрагент', partyKey(repeated, paper.party)],
        ],
      ],
      ['ДатаПолучения', moment(receivedOn)],
      ['Валюта', currencyContent(repeated, paper.currency)],
      ['Сумма', moneyToDecimal(paper.sum)],
      ['Договор', contractKey(repeated, paper)],
      ['СуммаНДС', moneyToDecimal(paper.vat)],
      ['ВидСчетаФактуры', 'НаПоступление'],
      ['КодВидаОперации', '01'],
      ['СпособВыставления', paper.isElectronic ? 'ВЭлектронномВиде' : 'НаБумажномНосителе'],
      [
        'ДокументыОснования',
        [
          [
            'Строка',
            [
              [
                'ДокументОснование',
                [
                  [
                    'ПоступлениеТоваровУслугСсылка',
                    incomingKey(repeated, 'purchase', basis, { ...paper, incoming: null }),
                  ],
                ],
              ],
            ],
          ],
        ],
      ],
    ],
  ];
};
