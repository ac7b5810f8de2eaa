import type { Table } from 'docx';
import { grid, type CellSpec, type RowSpec } from '../parts/grid.ts';

/** position, signature, name, number — for the seller, a line between, the same for the buyer. */
const COLUMNS = [44, 34, 51, 9, 3, 44, 34, 51, 9];

const note = (text: string, span = 1): CellSpec => ({ text, span, size: 6, align: 'center' });
const label = (text: string, span: number): CellSpec => ({ text, span, size: 7 });
const space = (text: string, span = 1): CellSpec => ({
  text,
  span,
  size: 7,
  edges: 'b',
  align: 'center',
  vAlign: 'bottom',
});
const number = (text: string): CellSpec => ({ text, size: 7, align: 'right', vAlign: 'bottom' });
const LINE: CellSpec = { text: '', edges: 'r' };

const halves = (left: readonly CellSpec[], right: readonly CellSpec[], height?: number): RowSpec => ({
  keep: true,
  cells: [...left, LINE, ...right],
  ...(height === undefined ? {} : { height }),
});

const whole = (text: string, path: string, no: string): RowSpec => ({
  keep: true,
  cells: [label(text, 2), { ...space(`{{${path}}}`, 6), align: 'left' }, number(no)],
});

const wholeNote = (text: string): RowSpec => ({ keep: true, cells: [note('', 2), note(text, 6), note('')] });

const signer = (path: string, no: string): CellSpec[] => [
  space(`{{${path}.position}}`),
  space(''),
  space(`{{${path}.name}}`),
  number(no),
];

const SIGNER_NOTE: readonly CellSpec[] = [note('(должность)'), note('(подпись)'), note('(ф. и. о.)'), note('')];
const RESPONSIBLE = 'Ответственный за правильность оформления факта хозяйственной жизни';
const SUBJECT = 'Наименование экономического субъекта – составителя документа';

const dated = (text: string, path: string, no: string): CellSpec[] => [
  label(text, 1),
  space(`{{${path}}}`, 2),
  number(no),
];
const noted = (path: string, no: string): CellSpec[] => [space(`{{${path}}}`, 3), number(no)];
const headed = (text: string): CellSpec[] => [label(text, 4)];
const notedBelow = (text: string): CellSpec[] => [note(text, 3), note('')];

const rows = (): readonly RowSpec[] => [
  whole('Основание передачи (сдачи) / получения (приемки)', 'transfer.basis', '[10]'),
  wholeNote('(договор; доверенность и др.)'),
  whole('Данные о транспортировке и грузе', 'transfer.transport', '[11]'),
  wholeNote(
    '(транспортная накладная, поручение экспедитору, экспедиторская / складская расписка и др. / масса нетто/брутто груза, если не приведены ссылки на транспортные документы, содержащие эти сведения)',
  ),
  halves(
    headed('Товар (груз) передал / услуги, результаты работ, права сдал'),
    headed('Товар (груз) получил / услуги, результаты работ, права принял'),
  ),
  halves(signer('transfer.handedBy', '[12]'), signer('transfer.receivedBy', '[17]'), 7),
  halves(SIGNER_NOTE, SIGNER_NOTE),
  halves(
    dated('Дата отгрузки, передачи (сдачи)', 'transfer.shipDate', '[13]'),
    dated('Дата получения (приемки)', 'transfer.receiveDate', '[18]'),
    6,
  ),
  halves(headed('Иные сведения об отгрузке, передаче'), headed('Иные сведения о получении, приемке')),
  halves(noted('transfer.shipNotes', '[14]'), noted('transfer.receiveNotes', '[19]'), 5),
  halves(
    notedBelow('(ссылки на неотъемлемые приложения, сопутствующие документы, иные документы и т. п.)'),
    notedBelow(
      '(информация о наличии/отсутствии претензии; ссылки на неотъемлемые приложения, и другие документы и т. п.)',
    ),
  ),
  halves(headed(RESPONSIBLE), headed(RESPONSIBLE)),
  halves(signer('transfer.responsible', '[15]'), signer('transfer.buyerResponsible', '[20]'), 7),
  halves(SIGNER_NOTE, SIGNER_NOTE),
  halves(headed(`${SUBJECT} (в т. ч. комиссионера / агента)`), headed(SUBJECT)),
  halves(noted('transfer.sellerSubject', '[16]'), noted('transfer.buyerSubject', '[21]'), 5),
  halves(
    notedBelow('(может не заполняться при проставлении печати в М.П., может быть указан ИНН / КПП)'),
    notedBelow('(может не заполняться при проставлении печати в М.П., может быть указан ИНН / КПП)'),
  ),
  { cells: [{ text: 'М.П.', span: 4, size: 7, before: 3 }, LINE, { text: 'М.П.', span: 4, size: 7, before: 3 }] },
];

/**
 * The transfer part, lines [10]–[21] of documents.md §10. Every row is kept with the next one, so that the part goes to
 * the next page as a whole when it does not fit.
 */
export const transferPart = (): Table => grid({ columns: COLUMNS, padding: 0.7, rows: rows() });
