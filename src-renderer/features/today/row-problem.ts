import { fieldInfo } from '#renderer/parts/field-info.ts';
import { shortTitle, type OrderRow } from '#renderer/parts/order-row.ts';
import { todayTexts } from '#renderer/text/today-texts.ts';

export type RowProblem = {
  readonly tone: 'blocks' | 'warns';
  readonly text: string;
  readonly verb: string;
  readonly canMend: boolean;
};

/** The second line of a row: the worst problem and the verb that mends it; null when the row is clean. */
export const problemOfRow = (row: OrderRow): RowProblem | null => {
  const stale = row.pack.filter(({ state }) => state === 'stale');
  if (row.firstProblem?.severity !== 'block' && stale.length > 0) {
    const titles = stale.map(({ kind }) => shortTitle(kind).toLowerCase()).join(', ');
    return { tone: 'warns', text: todayTexts.stale(titles), verb: todayTexts.look, canMend: false };
  }
  if (row.firstProblem?.severity !== 'block') return null;
  const info = fieldInfo(row.firstProblem.field);
  return {
    tone: 'blocks',
    text: row.firstProblem.message,
    verb: info?.verb ?? todayTexts.openCard,
    canMend: info !== null,
  };
};
