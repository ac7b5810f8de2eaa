import type { Table } from 'docx';
import { signaturePlace, stampPlace } from './facsimile-place.ts';
import { grid, type CellSpec } from './grid.ts';
import { paragraph, run } from './text.ts';

type SignatureSide = {
  /** «Исполнитель». */
  readonly heading: string;
  /** Path of the view with `name`, `position`, `signatory`. */
  readonly path: string;
  /** Our stamp and signature may be laid here. */
  readonly isOurs?: boolean;
};

const line = (text: string): CellSpec => ({ text, size: 6, align: 'center', vAlign: 'top' });

/** Two columns: heading, company, position, line, name, «М.П.»; the whole block stays on one page. */
export const twoSignatures = (left: SignatureSide, right: SignatureSide): Table =>
  grid({
    // position | signature | name — between the sides a free column
    columns: [30, 24, 32, 8, 30, 24, 32],
    padding: 0.5,
    rows: [
      {
        keep: true,
        cells: [
          { text: left.heading, span: 3, bold: true },
          { text: '' },
          { text: right.heading, span: 3, bold: true },
        ],
      },
      {
        keep: true,
        cells: [{ text: `{{${left.path}.name}}`, span: 3 }, { text: '' }, { text: `{{${right.path}.name}}`, span: 3 }],
      },
      {
        keep: true,
        height: 12,
        cells: [left, right].flatMap((side, index): CellSpec[] => [
          ...(index === 0 ? [] : [{ text: '' }]),
          {
            paragraphs: [
              paragraph([...(side.isOurs ? stampPlace() : []), run(`{{${side.path}.position}}`)], {
                align: 'center',
                keepNext: true,
              }),
            ],
            edges: 'b',
            vAlign: 'bottom',
          },
          side.isOurs
            ? { paragraphs: [paragraph(signaturePlace(), { keepNext: true })], edges: 'b', vAlign: 'bottom' }
            : { text: '', edges: 'b' },
          { text: `{{${side.path}.signatory}}`, edges: 'b', vAlign: 'bottom', align: 'center' },
        ]),
      },
      {
        keep: true,
        cells: [
          line('(должность)'),
          line('(подпись)'),
          line('(фамилия и инициалы)'),
          { text: '' },
          line('(должность)'),
          line('(подпись)'),
          line('(фамилия и инициалы)'),
        ],
      },
      { cells: [{ text: 'М.П.', span: 3, before: 4 }, { text: '' }, { text: 'М.П.', span: 3, before: 4 }] },
    ],
  });
