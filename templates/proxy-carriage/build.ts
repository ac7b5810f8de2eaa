import type { Document } from 'docx';
import { placeAndDate } from '../parts/contract-form.ts';
import { grid, type CellSpec } from '../parts/grid.ts';
import { formDocument, numberFooter, PORTRAIT_MARGINS } from '../parts/page.ts';
import { paragraph } from '../parts/text.ts';

const head = (text: string): CellSpec => ({
  text,
  edges: 'tblr',
  bold: true,
  size: 10,
  align: 'center',
  shade: 'EFEFEF',
});
const cell = (text: string, align: 'left' | 'center' = 'left'): CellSpec => ({ text, edges: 'tblr', size: 10, align });

const caption = (text: string): CellSpec => ({ text, size: 7, align: 'center', vAlign: 'top' });
const line = (text: string): CellSpec => ({ text, edges: 'b', vAlign: 'bottom', align: 'center' });

/** Доверенность на получение и перевозку груза, documents.md §12.2, the free form: its date is essential. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Доверенность на получение и перевозку груза',
    font: 'Times New Roman',
    size: 11.5,
    margins: PORTRAIT_MARGINS,
    footer: numberFooter(),
    body: [
      paragraph('ДОВЕРЕННОСТЬ № {{doc.number}}', { size: 14, bold: true, align: 'center', after: 1 }),
      paragraph('на получение и перевозку груза', { size: 12, align: 'center', after: 8 }),
      placeAndDate(),
      paragraph('{{principal.preamble}}, настоящей доверенностью уполномочивает', {
        align: 'both',
        before: 10,
        indent: 10,
      }),
      paragraph('{{bearer.nameAcc}}', { bold: true, size: 13, align: 'center', before: 6, after: 4 }),
      paragraph(
        'паспорт: {{bearer.passport}}, водительское удостоверение {{bearer.licence}}, водителя транспортного средства {{vehicle}},',
        { align: 'both', after: 4 },
      ),
      paragraph(
        'получать от {{supplier}} по адресу: {{loadingAddress}}, принимать к перевозке и доставлять по маршруту {{route}} следующий груз ({{order}}):',
        { align: 'both', after: 5 },
      ),
      grid({
        columns: [12, 78, 50, 40],
        leading: 0.8,
        rows: [
          {
            header: true,
            cells: [head('№'), head('Наименование груза'), head('Упаковка, масса'), head('Количество (прописью)')],
          },
          {
            cells: [
              cell('1', 'center'),
              cell('{{cargo.name}}'),
              cell('{{cargo.packaging}}'),
              cell('{{cargo.quantity}}'),
            ],
          },
        ],
      }),
      paragraph(
        'для чего предоставляет право проверять количество мест и внешнее состояние груза, подписывать транспортные и товарно-транспортные накладные и делать в них отметки, получать сопроводительные документы и сдавать груз грузополучателю.',
        { align: 'both', before: 6, after: 5 },
      ),
      paragraph(
        'Электронную транспортную накладную водитель подписывает своей электронной подписью; она этой доверенностью не заменяется.',
        {
          align: 'both',
          after: 5,
          size: 10,
        },
      ),
      paragraph('Доверенность действительна по {{validTo}} включительно, без права передоверия.', {
        align: 'both',
        after: 12,
      }),
      grid({
        columns: [62, 8, 40, 8, 62],
        rows: [
          {
            keep: true,
            cells: [
              { text: 'Подпись лица, получившего доверенность:', vAlign: 'bottom' },
              { text: '' },
              line(''),
              { text: '' },
              line('{{bearer.signature}}'),
            ],
          },
          {
            keep: true,
            cells: [{ text: '' }, { text: '' }, caption('(подпись)'), { text: '' }, caption('(фамилия и инициалы)')],
          },
          {
            keep: true,
            height: 14,
            cells: [
              { text: ['Удостоверяем:', '{{principal.position}}'], vAlign: 'bottom' },
              { text: '' },
              line(''),
              { text: '' },
              line('{{principal.signatory}}'),
            ],
          },
          {
            cells: [
              { text: 'М.П.', before: 4 },
              { text: '' },
              caption('(подпись)'),
              { text: '' },
              caption('(фамилия и инициалы)'),
            ],
          },
        ],
      }),
    ],
  });
