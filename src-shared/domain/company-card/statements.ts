import type { CardField, CardRow, Statement } from './card-text.ts';
import { cleanText } from './clean-text.ts';
import { cutLine } from './cut-line.ts';

/** Values that may go on in the next line of a file that wraps its lines. */
const WRAPPED: readonly CardField[] = [
  'name',
  'fullName',
  'shortName',
  'legalAddress',
  'actualAddress',
  'postalAddress',
  'address',
  'bank',
  'head',
  'accountant',
  'basis',
];
const NUMBERS: readonly CardField[] = ['inn', 'kpp', 'ogrn', 'account', 'corrAccount', 'bic'];
const ADDRESS_PART =
  /^(?:\d|[а-яё]|(?:г|ул|д|стр|корп|оф|офис|помещ|пом|кв|этаж|эт|комн|литер[а]?|пер|просп|пр-т|ш|наб|обл|р-н)\b)/u;

/** All statements of a file in its order. Rows become lines; a label waits for its value in the next cell or line. */
export const readStatements = (rows: readonly CardRow[]): Statement[] => {
  const builder = createBuilder();
  const lines = rows.map((row) => row.cells.map((cell) => linesOf(cell)).filter((cell) => cell.length > 0));
  lines.forEach((cells, index) => {
    const header = cells.length > 1 ? lines[index - 1] : undefined;
    if (header !== undefined && isHeader(header) && header.length === cells.length && !cells.some(isLabelled)) {
      cells.forEach((cell, column) => builder.pair(header[column] ?? [], cell.join(' ')));
    } else addRow(builder, cells);
    // «КПП» beside an empty cell has no value; the row below must not become it.
    if (cells.length === 1 && (rows[index]?.cells.length ?? 0) > 1) builder.stop();
  });
  return builder.finish();
};

/** Longer lines are cut: a card has none, and every rule looks at a whole line. */
const LONGEST_LINE = 3_000;
const LONGEST_VALUE = 1_500;

const linesOf = (cell: string): string[] =>
  cleanText(cell)
    .split('\n')
    .flatMap((line) => (line.length <= LONGEST_LINE ? [line] : (line.match(/[^]{1,3000}/gu) ?? [])))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[_\-–—=*.\s]+$/u.test(line));

const isLabelled = (cell: readonly string[]): boolean =>
  cell.some((line) => cutLine(line).some(({ labels }) => labels.length > 0));
const isPureLabel = (line: string): boolean => {
  const pieces = cutLine(line);
  return pieces.length > 0 && pieces.every(({ labels, value }) => labels.length > 0 && value === '');
};
const isHeader = (cells: readonly (readonly string[])[]): boolean =>
  cells.length > 1 && cells.every((cell) => cell.length > 0 && isPureLabel(cell.join(' ')));
/** A cell that speaks for itself: at least two lines with a label and a value each. */
const isOwnColumn = (cell: readonly string[]): boolean =>
  cell.filter((line) => cutLine(line).some(({ labels, value }) => labels.length > 0 && value !== '')).length > 1;

type Builder = ReturnType<typeof createBuilder>;

const addRow = (builder: Builder, cells: readonly (readonly string[])[]): void => {
  const [first = [], second = []] = cells;
  if (cells.length === 2 && first.length > 1 && first.length === second.length && first.every(isPureLabel)) {
    first.forEach((line, index) => builder.pair([line], second[index] ?? ''));
  } else if (cells.length === 1 || cells.some(isOwnColumn)) {
    for (const cell of cells) {
      for (const line of cell) builder.line(line);
      if (cells.length > 1) builder.stop();
    }
  } else if (cells.length > 1) {
    const isLabelRow = isHeader(cells);
    cells.forEach((cell, index) => builder.cell(cell.join(index % 2 === 1 ? '\n' : ' ')));
    if (!isLabelRow) builder.stop();
  }
};

const createBuilder = () => {
  const done: Statement[] = [];
  /** Labels that still have no value. */
  let waiting: Statement[] = [];
  /** Lines met since more than one label began to wait. */
  let answers: string[] = [];
  /** May the next line be the rest of the last value; after a table row only when that value clearly has no end. */
  let canGoOn: 'yes' | 'unfinished' | 'no' = 'no';

  const settle = (): void => {
    if (waiting.length > 1 && answers.length > 0) {
      if (answers.length === waiting.length)
        waiting.forEach((label, index) => done.push({ ...label, value: answers[index] ?? '' }));
      else done.push({ labels: waiting.flatMap(({ labels }) => labels), labelText: '', value: answers.join(' ') });
    }
    waiting = [];
    answers = [];
  };

  const addFree = (text: string): void => {
    const last = waiting.at(-1);
    if (waiting.length > 1) {
      answers.push(text);
      return;
    }
    if (last !== undefined) {
      waiting = [];
      done.push({ ...last, value: text });
      canGoOn = 'yes';
      return;
    }
    const previous = done.at(-1);
    if (canGoOn !== 'no' && previous !== undefined && goesOn(previous, text, canGoOn === 'yes'))
      done[done.length - 1] = { ...previous, value: `${previous.value} ${text}` };
    else {
      done.push({ labels: [], labelText: '', value: text });
      canGoOn = 'no';
    }
  };

  const addPiece = (piece: Statement): void => {
    if (piece.labels.length === 0) addFree(piece.value);
    else if (piece.value === '' && !piece.labels.includes('section') && !piece.labels.includes('unknown')) {
      if (answers.length > 0) settle();
      // «Руководитель» and then «Генеральный директор» is one waiting label, not two.
      if (piece.labels.includes('head') && waiting.at(-1)?.labels.includes('head') === true) waiting.pop();
      waiting.push(piece);
      canGoOn = 'no';
    } else {
      settle();
      done.push(piece);
      canGoOn = 'yes';
    }
  };

  return {
    line: (line: string): void => cutLine(line).forEach(addPiece),
    /** A cell of a row: text in it is the value of the cell before, never the rest of the row above. */
    cell: (text: string): void => {
      const parts = text.split('\n');
      if (waiting.length === 1 && !parts.some((part) => cutLine(part).some(({ labels }) => labels.length > 0))) {
        addFree(parts.join(' '));
        canGoOn = 'no';
        return;
      }
      canGoOn = 'no';
      for (const part of parts) cutLine(part).forEach(addPiece);
    },
    pair: (label: readonly string[], value: string): void => {
      settle();
      for (const piece of cutLine(label.join(' ')))
        done.push({ ...piece, value: piece.labels.length === 0 ? piece.value : value });
      canGoOn = 'no';
    },
    /** The end of a table row: labels without a value stay without it. */
    stop: (): void => {
      settle();
      canGoOn = 'unfinished';
    },
    finish: (): Statement[] => {
      settle();
      return done;
    },
  };
};

const goesOn = (previous: Statement, text: string, isFree: boolean): boolean => {
  const [field] = previous.labels;
  if (field === undefined || previous.value.length > LONGEST_VALUE) return false;
  if (NUMBERS.includes(field)) return /^[\d \-–]+$/u.test(text) && /^[\d \-–]+$/u.test(previous.value);
  if (!WRAPPED.includes(field)) return false;
  const opened = (previous.value.match(/[«(]/gu) ?? []).length > (previous.value.match(/[»)]/gu) ?? []).length;
  return (
    opened ||
    /[,(–-]$/u.test(previous.value) ||
    (isFree && previous.value.length > 20 && ADDRESS_PART.test(text) && !/^\d{9,}/u.test(text))
  );
};
