import type { Paragraph, Table } from 'docx';
import { onlyIf } from '../parts/commands.ts';
import { endRow } from '../parts/end-row.ts';
import { grid, type CellSpec, type RowSpec } from '../parts/grid.ts';
import { lineRows } from '../parts/line-table.ts';
import { paragraph, thread } from '../parts/text.ts';

const BOX = 'tblr';

const head = (text: string): CellSpec => ({ text, edges: BOX, size: 8, align: 'center', vAlign: 'center' });
const number = (text: string): CellSpec => ({ text, edges: BOX, size: 7, align: 'center' });
const value = (text: string): CellSpec => ({ text, edges: BOX, size: 8, align: 'center', vAlign: 'center' });
const caption = (text: string, span?: number): CellSpec => ({
  text,
  size: 6,
  align: 'center',
  vAlign: 'top',
  ...(span === undefined ? {} : { span }),
});
const line = (text: string, span?: number): CellSpec => ({
  text,
  edges: 'b',
  vAlign: 'bottom',
  ...(span === undefined ? {} : { span }),
});

/** The stub that stays with the accountant: columns 1–5 and 6–8 of the form. */
export const stub = (): Table =>
  grid({
    columns: [28, 28, 34, 52, 38],
    padding: 0.6,
    rows: [
      {
        cells: [
          head('Номер доверенности'),
          head('Дата выдачи'),
          head('Срок действия'),
          head('Должность и фамилия лица, которому выдана доверенность'),
          head('Расписка в получении доверенности'),
        ],
      },
      { cells: ['1', '2', '3', '4', '5'].map(number) },
      {
        height: 8,
        cells: [
          value('{{doc.number}}'),
          value('{{doc.date}}'),
          value('{{validTo}}'),
          value('{{attorney.stub}}'),
          value(''),
        ],
      },
      {
        cells: [
          { ...head('Поставщик'), span: 2 },
          { ...head('Номер и дата наряда (заменяющего наряд документа) или извещения'), span: 2 },
          head('Номер, дата документа, подтверждающего выполнение поручения'),
        ],
      },
      { cells: [{ ...number('6'), span: 2 }, { ...number('7'), span: 2 }, number('8')] },
      {
        height: 8,
        cells: [{ ...value('{{supplier}}'), span: 2 }, { ...value('{{orderDocument}}'), span: 2 }, value('')],
      },
    ],
  });

/** «Наименование …» on a line with its caption below. */
const captioned = (label: string, text: string, under: string): RowSpec[] => [
  { keep: true, cells: [{ text: label, vAlign: 'bottom' }, line(text)] },
  { keep: true, cells: [{ text: '' }, caption(under)] },
];

const codes = (): Table =>
  grid({
    columns: [122, 30, 28],
    padding: 0.6,
    rows: [
      { cells: [{ text: '' }, { text: '' }, { ...head('Код') }] },
      { cells: [{ text: '' }, { text: 'Форма по ОКУД', align: 'right' }, value('0315001')] },
      {
        cells: [
          { text: 'Организация {{principal.name}}', bold: true },
          { text: 'по ОКПО', align: 'right' },
          value('{{principal.okpo}}'),
        ],
      },
    ],
  });

/** The paper itself: who, until when, what for and by which passport. */
export const body = (): (Paragraph | Table)[] => [
  paragraph('Типовая межотраслевая форма № М-2', { size: 7, align: 'right' }),
  paragraph('Утверждена постановлением Госкомстата России от 30.10.97 № 71а', { size: 7, align: 'right', after: 3 }),
  codes(),
  paragraph('ДОВЕРЕННОСТЬ № {{doc.number}}', { size: 13, bold: true, align: 'center', before: 8, after: 4 }),
  paragraph('Дата выдачи {{doc.dateText}}', { align: 'center' }),
  paragraph('Доверенность действительна по {{validToText}}', { align: 'center', after: 4 }),
  grid({
    columns: [38, 142],
    padding: 0.5,
    rows: [
      ...captioned('', '{{principal.consumer}}', '(наименование потребителя и его адрес)'),
      ...captioned('', '{{principal.consumer}}', '(наименование плательщика и его адрес)'),
      ...captioned('Счет №', '{{account}}', '(наименование банка)'),
      ...captioned('Доверенность выдана', '{{attorney.line}}', '(должность, фамилия, имя, отчество)'),
      { cells: [{ text: 'Паспорт:' }, line('{{attorney.passport}}')] },
      { cells: [{ text: 'Кем выдан' }, line('{{attorney.issuedBy}}')] },
      { cells: [{ text: 'Дата выдачи' }, line('{{attorney.issuedOn}}')] },
      ...captioned('На получение от', '{{supplier}}', '(наименование поставщика)'),
      ...captioned('материальных ценностей по', '{{orderDocument}}', '(наименование, номер и дата документа)'),
    ],
  }),
];

const signLine = (label: string, name: string): RowSpec[] => [
  {
    keep: true,
    height: 9,
    cells: [{ text: label, vAlign: 'bottom' }, line(''), { text: '' }, { ...line(name), align: 'center' }],
  },
  { keep: true, cells: [{ text: '' }, caption('(подпись)'), { text: '' }, caption('(расшифровка подписи)')] },
];

const SIGN_COLUMNS = [60, 48, 8, 64];

/** The bearer's sample of signature, head and accountant; the block never stands alone. */
const signatures = (): (Paragraph | Table)[] => [
  grid({
    columns: SIGN_COLUMNS,
    padding: 0.5,
    rows: [
      {
        keep: true,
        height: 12,
        cells: [
          { text: 'Подпись лица, получившего доверенность,', vAlign: 'bottom' },
          line(''),
          { text: '' },
          { text: 'удостоверяем', vAlign: 'bottom' },
        ],
      },
    ],
  }),
  thread({ keepNext: true }),
  ...onlyIf('sign.isOrganisation', [
    grid({
      columns: SIGN_COLUMNS,
      padding: 0.5,
      rows: [
        ...signLine('Руководитель', '{{sign.headName}}'),
        ...signLine('Главный бухгалтер', '{{sign.accountantName}}'),
      ],
    }),
  ]),
  ...onlyIf('sign.isEntrepreneur', [
    grid({
      columns: SIGN_COLUMNS,
      padding: 0.5,
      rows: signLine('Индивидуальный предприниматель', '{{sign.headName}}'),
    }),
  ]),
  paragraph('М.П.', { before: 4 }),
];

/** The list of what is to be received; quantities are in words. The signatures are its last row. */
export const goods = (): Table =>
  grid({
    columns: [16, 84, 24, 56],
    leading: 0.5,
    rows: [
      {
        header: true,
        cells: [
          head('Номер по порядку'),
          head('Материальные ценности'),
          head('Единица измерения'),
          head('Количество (прописью)'),
        ],
      },
      { header: true, cells: ['1', '2', '3', '4'].map(number) },
      ...lineRows(4, [
        { text: '{{$l.index}}', edges: BOX, align: 'center' },
        { text: '{{$l.name}}', edges: BOX },
        { text: '{{$l.unitName}}', edges: BOX, align: 'center' },
        { text: '{{$l.quantity}}', edges: BOX },
      ]),
      endRow(4, signatures()),
    ],
  });
