import type { Table } from 'docx';
import { grid, type CellSpec, type RowSpec } from './grid.ts';

type Hand = {
  /** «Выдал (менеджер)». */
  readonly heading: string;
  /** His name as the view knows it; empty: written by hand. */
  readonly name: string;
};

const caption = (text: string): CellSpec => ({ text, size: 6, align: 'center', vAlign: 'top' });
const filled = (text: string): CellSpec => ({ text, edges: 'b', align: 'center', vAlign: 'bottom' });

/** A row per person who gives or takes: signature, name, date; all of them on one page. */
export const handOver = (hands: readonly Hand[]): Table =>
  grid({
    columns: [46, 40, 60, 34],
    padding: 0.5,
    rows: hands.flatMap(({ heading, name }, index): RowSpec[] => [
      {
        keep: true,
        height: 10,
        cells: [{ text: heading, bold: true, vAlign: 'bottom' }, filled(''), filled(name), filled('')],
      },
      {
        keep: index < hands.length - 1,
        cells: [{ text: '' }, caption('(подпись)'), caption('(фамилия, инициалы)'), caption('(дата)')],
      },
    ]),
  });
