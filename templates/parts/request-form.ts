import { AlignmentType, LevelFormat, Paragraph, type Document, type INumberingOptions, type Table } from 'docx';
import { cardBlockIf, cardHeading, cardRow, cardRowIf, cardTable, routeRows } from './card-table.ts';
import { onlyIf } from './commands.ts';
import { placeAndDate, requisites } from './contract-form.ts';
import type { RowSpec } from './grid.ts';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from './page.ts';
import { twoSignatures } from './signatures.ts';
import { paragraph, run, thread } from './text.ts';
import { gap, mm, pt } from './units.ts';

const CLAUSE_SIZE = 9;
const REFERENCE = 'request-clauses';

/** Word's own numbering of the terms, so that a clause put in between renumbers the rest. */
const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: REFERENCE,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.START,
          style: { run: { size: pt(CLAUSE_SIZE) }, paragraph: { indent: { left: mm(5), hanging: mm(5) } } },
        },
      ],
    },
  ],
};

const clauseLine = (text: string): Paragraph =>
  new Paragraph({
    numbering: { reference: REFERENCE, level: 0 },
    alignment: AlignmentType.BOTH,
    spacing: { after: gap(1.5) },
    // A number stays with its word.
    children: [run(text.replaceAll(/(\d) (?=\p{L})/gu, '$1\u00A0'), { size: CLAUSE_SIZE })],
  });

const parties = (): RowSpec[] => [
  cardHeading('Стороны'),
  cardRow('{{customer.role}}', ['{{customer.line}}', 'Контакт: {{customer.contact}}']),
  cardRow('{{performer.role}}', ['{{performer.line}}', 'Контакт: {{performer.contact}}']),
];

const contacts = (): RowSpec[] => [
  cardHeading('Контакты по перевозке'),
  cardRow('{{customer.role}}', '{{customer.contact}}'),
  cardRow('{{performer.role}}', '{{performer.contact}}'),
];

const blocks = (): RowSpec[] => [
  cardHeading('1. Маршрут'),
  ...routeRows(),
  cardHeading('2. Груз'),
  cardRow('Наименование', '{{cargo.name}}', true),
  cardRow('Масса, объем', '{{cargo.measures}}'),
  cardRow('Места, упаковка', '{{cargo.places}}'),
  ...cardRowIf('cargo.isDangerous', 'Опасный груз (ДОПОГ)', '{{cargo.dangerous}}'),
  ...cardRowIf('cargo.hasTemperature', 'Температурный режим', '{{cargo.temperature}}'),
  ...cardRowIf('cargo.hasValue', 'Объявленная стоимость', '{{cargo.value}}'),
  cardHeading('3. Транспортное средство и водитель'),
  cardRow('Требования', '{{vehicle.requirements}}'),
  cardRow('Назначенное ТС', '{{vehicle.assigned}}'),
  cardRow('Водитель', '{{vehicle.driver}}'),
  ...cardRowIf('vehicle.hasDriver', 'Документы водителя', '{{vehicle.driverPapers}}'),
  ...cardRowIf('vehicle.hasDriver', 'Телефон водителя', '{{vehicle.driverPhone}}'),
  cardHeading('4. Стоимость и оплата'),
  cardRow('Стоимость', '{{money.price}}', true),
  cardRow('НДС', '{{money.vat}}'),
  cardRow('Срок оплаты', '{{money.payment}}'),
  cardRow('Время и простой', '{{money.idle}}'),
  cardHeading('5. Документы'),
  cardRow('Комплект', '{{papers.list}}'),
  cardRow('Оригиналы', '{{papers.term}} с даты выгрузки, по адресу: {{papers.address}}'),
  ...cardRowIf('hasElectronicOrder', 'Электронный заказ', 'УИД {{electronicOrder}}'),
  ...cardBlockIf('hasSpecial', [cardHeading('6. Особые условия'), cardRow('Согласовано', '{{special}}')]),
];

const form = (title: string, body: readonly (Paragraph | Table)[]): Document =>
  formDocument({
    title,
    font: 'Arial',
    size: 10,
    margins: PORTRAIT_MARGINS,
    footer: pagesFooter(),
    numbering: NUMBERING,
    body,
  });

/** Where we stand on the paper. */
type OurSide = 'customer' | 'performer';

/** Заявка under a framework contract: the card and two signatures (documents.md §7). */
export const requestForm = (title: string, ours: OurSide): Document =>
  form(title, [
    paragraph(`${title} № {{doc.number}} от {{doc.dateText}}`, { size: 13, bold: true, align: 'center', after: 2 }),
    ...onlyIf('hasContract', [paragraph('{{contract}}', { align: 'center', after: 4 })]),
    paragraph('', { size: 3 }),
    cardTable([...parties(), ...blocks()]),
    paragraph('', { size: 5, keepNext: true }),
    twoSignatures(
      { heading: '{{customer.role}}', path: 'customer', isOurs: ours === 'customer' },
      { heading: '{{performer.role}}', path: 'performer', isOurs: ours === 'performer' },
    ),
  ]);

/** Договор-заявка: the contract of one trip, so that it has a preamble, terms of liability and full requisites. */
export const contractRequestForm = (title: string, clauses: readonly string[], ours: OurSide): Document =>
  form(title, [
    paragraph(`${title.toUpperCase()} №\u00A0{{doc.number}}`, { size: 13, bold: true, align: 'center', after: 6 }),
    placeAndDate(),
    paragraph(
      '{{customer.preamble}}, с одной стороны, и {{performer.preamble}}, с другой стороны, заключили настоящий договор-заявку о перевозке груза на следующих условиях.',
      { size: 9.5, align: 'both', before: 4, after: 4 },
    ),
    cardTable([...contacts(), ...blocks()]),
    paragraph('Условия перевозки и ответственность сторон', {
      size: 10,
      bold: true,
      before: 6,
      after: 3,
      keepNext: true,
    }),
    ...clauses.map(clauseLine),
    thread({ keepNext: true }),
    paragraph('Реквизиты и подписи сторон', { size: 10, bold: true, before: 5, after: 2, keepNext: true }),
    requisites({ sellerRole: '{{customer.role}}', buyerRole: '{{performer.role}}' }, 'customer', 'performer', ours),
  ]);
