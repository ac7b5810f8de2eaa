import { counted } from '../kernel/text.ts';

/** «3 строки: Говядина × 2 по 500.00; …» from the text by which lines are compared (`domain/sync/lines.ts`). */
export const linesSummary = (value: string | null): string => {
  const lines: unknown = value === null || value === '' ? [] : JSON.parse(value);
  if (!Array.isArray(lines)) return '';
  const names = lines.map((line: unknown) =>
    Array.isArray(line) ? `${String(line[0])} × ${String(line[1])} по ${String(line[2])}` : '',
  );
  return `${counted(lines.length, 'строка', 'строки', 'строк')}: ${names.join('; ')}`;
};

const quoted = (value: string): string => (value === '' ? 'пусто' : `«${value}»`);

/** What the program decided by itself, with the reason. */
export const settledText = (ours: string, theirs: string): string =>
  `Осталось значение CRM ${quoted(theirs)}: это поле ведёт она. Здесь было ${quoted(ours)}.`;
