import type { Paragraph, Table } from 'docx';
import { grid, type CellSpec, type RowSpec } from '../parts/grid.ts';
import { thread } from '../parts/text.ts';

const label = (text: string, span = 1): CellSpec => ({ text, span, vAlign: 'bottom' });
const space = (text: string, span = 1): CellSpec => ({ text, span, edges: 'b', align: 'center', vAlign: 'bottom' });
const note = (text: string, span = 1): CellSpec => ({ text, span, size: 5.5, align: 'center' });
const GAP: CellSpec = { text: '' };

const kept = (cells: readonly CellSpec[], height?: number): RowSpec => ({
  keep: true,
  cells,
  ...(height === undefined ? {} : { height }),
});

/** label, words, label, words: counts, places and masses. */
const COUNTS = [58, 66, 50, 105];

const counts = (): Table =>
  grid({
    columns: COUNTS,
    padding: 0.6,
    rows: [
      kept([
        label('Товарная накладная имеет приложение на'),
        space(''),
        label('листах и содержит'),
        space('{{totals.countWords}} порядковых номеров записей'),
      ]),
      kept([GAP, note('(прописью)'), GAP, note('(прописью)')]),
      kept([GAP, GAP, label('Масса груза (нетто)'), space('{{cargo.net}}')]),
      kept([GAP, GAP, GAP, note('(прописью)')]),
      kept([label('Всего мест'), space('{{cargo.places}}'), label('Масса груза (брутто)'), space('{{cargo.gross}}')]),
      kept([GAP, note('(прописью)'), GAP, note('(прописью)')]),
    ],
  });

/** label, position, signature, name — a line between the two sides — the same for the consignee. */
const SIGNATURES = [36, 36, 24, 40, 3, 36, 36, 28, 40];
const SIDE = 4;

const halves = (left: readonly CellSpec[], right: readonly CellSpec[], height?: number): RowSpec =>
  kept([...left, { text: '', edges: 'r' }, ...right], height);

const signer = (name: string, position: string, person: string): CellSpec[] => [
  label(name),
  space(position),
  space(''),
  space(person),
];
const SIGNER_NOTE: readonly CellSpec[] = [GAP, note('(должность)'), note('(подпись)'), note('(расшифровка подписи)')];
const EMPTY: readonly CellSpec[] = [{ text: '', span: SIDE }];
const DATE_BLANK = '«____» ______________ 20__ г.';

const signatures = (): Table =>
  grid({
    columns: SIGNATURES,
    padding: 0.6,
    rows: [
      halves(
        [label('Приложение (паспорта, сертификаты и т.п.) на', 2), space('', 1), label('листах')],
        [label('По доверенности № ____________ от ____________', SIDE)],
        6,
      ),
      halves([GAP, GAP, note('(прописью)'), GAP], EMPTY),
      halves([label('Всего отпущено на сумму'), space('{{totals.grossWords}}', 3)], [label('выданной'), space('', 3)]),
      halves([GAP, note('(прописью)', 3)], [GAP, note('(кем, кому (организация, должность, фамилия, и. о.))', 3)]),
      halves(
        signer('Отпуск груза разрешил', '{{sign.allowed.position}}', '{{sign.allowed.name}}'),
        [GAP, space('', 3)],
        6.5,
      ),
      halves(SIGNER_NOTE, EMPTY),
      halves(
        [label('Главный (старший) бухгалтер', 2), space(''), space('{{sign.accountant.name}}')],
        signer('Груз принял', '', ''),
        6.5,
      ),
      halves([GAP, GAP, note('(подпись)'), note('(расшифровка подписи)')], SIGNER_NOTE),
      halves(
        signer('Отпуск груза произвел', '{{sign.released.position}}', '{{sign.released.name}}'),
        signer('Груз получил грузополучатель', '', ''),
        6.5,
      ),
      halves(SIGNER_NOTE, SIGNER_NOTE),
      {
        cells: [
          label('М.П.'),
          { ...label('{{releasedOn}}', 3), before: 4 },
          { text: '', edges: 'r' },
          label('М.П.'),
          { ...label(DATE_BLANK, 3), before: 4 },
        ],
      },
    ],
  });

/** Counts in words and the signatures of both sides; every row is kept with the next one and with the last line. */
export const footer = (): (Paragraph | Table)[] => [counts(), thread({ keepNext: true }), signatures()];
