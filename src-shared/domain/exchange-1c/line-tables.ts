import { moneyToDecimal } from '../../kernel/money.ts';
import { text, type EdChildren, type EdElement } from './element.ts';
import type { OneCLine, OneCPaper } from './paper.ts';
import { productKey, unitContent, vatContent, type Repeated } from './parts.ts';
import type { EdVersion } from './versions.ts';

const sums = (line: OneCLine): EdChildren => [
  ['Сумма', moneyToDecimal(line.gross)],
  ['Цена', moneyToDecimal(line.price)],
];

const vat = (repeated: Repeated, line: OneCLine): EdChildren => [
  ['СтавкаНДС', vatContent(repeated, line.rate)],
  ['СуммаНДС', moneyToDecimal(line.vat)],
];

const wrapped = (repeated: Repeated, line: OneCLine): EdElement => [
  'ДанныеНоменклатуры',
  [['Номенклатура', productKey(repeated, line)]],
];

const goodsRow = (repeated: Repeated, line: OneCLine): EdElement => [
  'Строка',
  [
    wrapped(repeated, line),
    ['ЕдиницаИзмерения', unitContent(repeated, line)],
    ['Количество', line.quantity],
    ...sums(line),
    ...vat(repeated, line),
  ],
];

const serviceRow = (repeated: Repeated, line: OneCLine, product: EdElement): EdElement => [
  'Строка',
  [product, ['Количество', line.quantity], ...sums(line), ...vat(repeated, line), text('Содержание', line.content)],
];

const table = (name: string, rows: readonly EdElement[]): EdElement | null => (rows.length === 0 ? null : [name, rows]);

/**
 * «Товары» and «Услуги» of a document. A service names its product plainly, except in an order of the customer before
 * 1.19, where the same wrapper as for goods is asked for (formats/README.md §2.1).
 */
export const lineTables = (repeated: Repeated, paper: OneCPaper, version: EdVersion): EdChildren => {
  const isWrapped = paper.role === 'order' && version === '1.17';
  const rows = (kind: OneCLine['kind']): OneCLine[] => paper.lines.filter((line) => line.kind === kind);
  return [
    table(
      'Товары',
      rows('goods').map((line) => goodsRow(repeated, line)),
    ),
    table(
      'Услуги',
      rows('service').map((line) =>
        serviceRow(repeated, line, isWrapped ? wrapped(repeated, line) : ['Номенклатура', productKey(repeated, line)]),
      ),
    ),
  ];
};
