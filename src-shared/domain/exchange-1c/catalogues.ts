import type { BankAccount, Party } from '../party/party.ts';
import { text, type EdElement } from './element.ts';
import type { OneCLine, OneCPaper } from './paper.ts';
import {
  accountKey,
  contractKey,
  currencyContent,
  partyKey,
  productKey,
  unitContent,
  vatContent,
  type AccountOwner,
  type Repeated,
} from './parts.ts';

const NS = 'http://www.v8.1c.ru/ssl/contactinfo';

const attribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Contact fields as XML inside a text: the form of 1C's own library. Only the presentation is ours to know. */
const contactFields = (value: string, content: string): string =>
  `<КонтактнаяИнформация xmlns="${NS}" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" Представление="${attribute(value)}">${content}</КонтактнаяИнформация>`;

const address = (value: string): string =>
  contactFields(
    value,
    `<Состав xsi:type="Адрес" Страна="РОССИЯ"><Состав xsi:type="xs:string">${attribute(value)}</Состав></Состав>`,
  );
const phone = (value: string): string => contactFields(value, `<Состав xsi:type="НомерТелефона"/>`);
const email = (value: string): string =>
  contactFields(value, `<Состав xsi:type="ЭлектроннаяПочта" Значение="${attribute(value)}"/>`);

const contact = (kind: string, value: string, fields: (value: string) => string): EdElement | null =>
  value === ''
    ? null
    : [
        'Строка',
        [
          ['ВидКонтактнойИнформации', kind],
          ['ЗначенияПолей', fields(value)],
        ],
      ];

const contacts = (party: Party): EdElement | null => {
  const rows = [
    contact('ЮридическийАдрес', party.legalAddress, address),
    contact('ФактическийАдрес', party.actualAddress, address),
    contact('ПочтовыйАдрес', party.postalAddress, address),
    contact('Телефон', party.phone, phone),
    contact('АдресЭлектроннойПочты', party.email, email),
  ].filter((row) => row !== null);
  return rows.length === 0 ? null : ['КонтактнаяИнформация', rows];
};

/** Карточка контрагента. */
export const partyObject = (repeated: Repeated, party: Party, main: BankAccount | null): EdElement => [
  'Справочник.Контрагенты',
  [
    ['КлючевыеСвойства', partyKey(repeated, party)],
    text('ОКПО', party.okpo),
    contacts(party),
    main && ['ОсновнойБанковскийСчет', accountKey(repeated, { party, isOurs: false }, main)],
  ],
];

/** Карточка договора. */
export const contractObject = (repeated: Repeated, paper: OneCPaper): EdElement => [
  'Справочник.Договоры',
  [['КлючевыеСвойства', contractKey(repeated, paper)], text('СрокДействия', paper.contract?.validTo ?? '')],
];

/** Карточка номенклатуры. */
export const productObject = (repeated: Repeated, line: OneCLine): EdElement => [
  'Справочник.Номенклатура',
  [
    ['КлючевыеСвойства', productKey(repeated, line)],
    ['ТипНоменклатуры', line.kind === 'goods' ? 'Товар' : 'Услуга'],
    ['ЕдиницаИзмерения', unitContent(repeated, line)],
    ['СтавкаНДС', vatContent(repeated, line.rate)],
  ],
];

/** Карточка банковского счета. */
export const accountObject = (repeated: Repeated, owner: AccountOwner, account: BankAccount): EdElement => [
  'Справочник.БанковскиеСчета',
  [
    ['КлючевыеСвойства', accountKey(repeated, owner, account)],
    ['Наименование', [account.bankName, account.account].filter(Boolean).join(', ')],
    ['ВалютаДенежныхСредств', currencyContent(repeated, account.currency)],
  ],
];
