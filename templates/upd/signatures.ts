import { Paragraph, SimpleField, type Table } from 'docx';
import { grid, type CellSpec } from '../parts/grid.ts';
import { run } from '../parts/text.ts';
import { STRIP } from './line-columns.ts';

const COLUMNS = [STRIP, 47, 28, 50, 5, 47, 28, 52];

const label = (text: string): CellSpec => ({ text, size: 7, vAlign: 'bottom' });
const space = (text = ''): CellSpec => ({ text, size: 7, edges: 'b', align: 'center', vAlign: 'bottom' });
const caption = (text: string, edges = '', span = 1): CellSpec => ({ text, span, edges, size: 6, align: 'center' });

const sheets = (): CellSpec => ({
  rowSpan: 4,
  edges: 'R',
  vAlign: 'bottom',
  paragraphs: [
    new Paragraph({
      keepNext: true,
      children: [
        run('Документ составлен на '),
        // Word counts the pages of a body field when it prints; until then a person may write the number on the line.
        new SimpleField('NUMPAGES', '____'),
        run(' листах'),
      ],
    }),
  ],
});

/** Signatures of the счет-фактура part; both halves are printed, the one that does not apply stays blank. */
export const facturaSignatures = (): Table =>
  grid({
    columns: COLUMNS,
    padding: 0.7,
    rows: [
      {
        keep: true,
        height: 6.5,
        cells: [
          sheets(),
          label('Руководитель организации или иное уполномоченное лицо'),
          space(),
          space('{{sign.headName}}'),
          { text: '' },
          label('Главный бухгалтер или иное уполномоченное лицо'),
          space(),
          space('{{sign.accountantName}}'),
        ],
      },
      {
        keep: true,
        cells: [
          caption(''),
          caption('(подпись)'),
          caption('(ф. и. о.)'),
          { text: '' },
          caption(''),
          caption('(подпись)'),
          caption('(ф. и. о.)'),
        ],
      },
      {
        keep: true,
        height: 6.5,
        cells: [
          label('Индивидуальный предприниматель или иное уполномоченное лицо'),
          space(),
          space('{{sign.entrepreneurName}}'),
          { text: '' },
          { ...space('{{sign.entrepreneurRecord}}'), span: 3 },
        ],
      },
      {
        keep: true,
        cells: [
          caption('', 'B'),
          caption('(подпись)', 'B'),
          caption('(ф. и. о.)', 'B'),
          caption('', 'B'),
          caption('{{entrepreneurCaption}}', 'B', 3),
        ],
      },
    ],
  });
