import type { Paragraph, Table } from 'docx';
import { pictureParagraph } from './commands.ts';
import { signaturePlace, stampPlace } from './facsimile-place.ts';
import { grid, rowsOnlyIf, type CellSpec, type RowSpec } from './grid.ts';
import { paragraph, run, thread } from './text.ts';

const NOTICE: CellSpec = { text: '{{notice}}', size: 8, vAlign: 'center' };

/** Warning on the left; picture for the payment on the right when there is one. */
const head = (): Table =>
  grid({
    columns: [140, 40],
    padding: 0.5,
    rows: [
      ...rowsOnlyIf('hasQr', 2, [
        {
          cells: [
            NOTICE,
            { paragraphs: [pictureParagraph('qr'), paragraph('Оплата по QR-коду', { size: 7, align: 'center' })] },
          ],
        },
      ]),
      ...rowsOnlyIf('hasNoQr', 2, [{ cells: [{ ...NOTICE, span: 2, after: 4 }] }]),
    ],
  });

const BANK_ROWS: readonly RowSpec[] = [
  {
    height: 5,
    cells: [
      { text: '{{seller.bank.name}}', span: 2, edges: 'tlr' },
      { text: 'БИК', edges: 'tblr' },
      { text: '{{seller.bank.bic}}', edges: 'tlr' },
    ],
  },
  {
    cells: [
      { text: 'Банк получателя', span: 2, edges: 'blr', size: 7, vAlign: 'bottom' },
      { text: 'Сч. №', edges: 'tblr' },
      { text: '{{seller.bank.corrAccount}}', edges: 'blr' },
    ],
  },
  {
    height: 5,
    cells: [
      { text: 'ИНН {{seller.inn}}', edges: 'tblr' },
      { text: 'КПП {{seller.kpp}}', edges: 'tblr' },
      { text: 'Сч. №', edges: 'tlrb', rowSpan: 3 },
      { text: '{{seller.bank.account}}', edges: 'tlrb', rowSpan: 3 },
    ],
  },
  { height: 5, cells: [{ text: '{{seller.shortName}}', span: 2, edges: 'tlr' }] },
  { cells: [{ text: 'Получатель', span: 2, edges: 'blr', size: 7, vAlign: 'bottom' }] },
];

const signatureCells = (role: string, name: string, isSigned = false): CellSpec[] => [
  isSigned
    ? {
        paragraphs: [paragraph([...stampPlace(), run(role, { bold: true })], { keepNext: true })],
        vAlign: 'bottom',
      }
    : { text: role, bold: true, vAlign: 'bottom' },
  isSigned
    ? { paragraphs: [paragraph(signaturePlace(), { keepNext: true })], edges: 'b', vAlign: 'bottom' }
    : { text: '', edges: 'b' },
  { text: name, edges: 'b', vAlign: 'bottom', align: 'center' },
];

const captionCells: CellSpec[] = [
  { text: '' },
  { text: 'подпись', size: 6, align: 'center' },
  { text: 'расшифровка подписи', size: 6, align: 'center' },
];

/** «Руководитель … Бухгалтер …», or the entrepreneur alone; М.П. */
export const paymentSignatures = (): Table =>
  grid({
    columns: [33, 27, 32, 3, 20, 28, 37],
    padding: 0.5,
    rows: [
      ...rowsOnlyIf('sign.isOrganisation', 7, [
        {
          keep: true,
          height: 11,
          cells: [
            ...signatureCells('Руководитель', '{{sign.headName}}', true),
            { text: '' },
            ...signatureCells('Бухгалтер', '{{sign.accountantName}}'),
          ],
        },
        { keep: true, cells: [...captionCells, { text: '' }, ...captionCells] },
      ]),
      ...rowsOnlyIf('sign.isEntrepreneur', 7, [
        {
          keep: true,
          height: 11,
          cells: [...signatureCells('Предприниматель', '{{sign.headName}}', true), { text: '', span: 4 }],
        },
        { keep: true, cells: [...captionCells, { text: '', span: 4 }] },
      ]),
      { cells: [{ text: 'М.П.', span: 7, before: 8 }] },
    ],
  });

/** Warning, picture for the payment and the bank table of documents.md §5: the head of a счет. */
export const paymentHead = (): (Paragraph | Table)[] => [
  head(),
  thread(),
  grid({ columns: [95, 28, 17, 40], leading: 0.5, rows: BANK_ROWS }),
];
