import type { OutputOf } from '#shared/contract/index.ts';
import type { StatusTone } from '#renderer/ui/status-chip.tsx';

export type PrintJob = OutputOf<'print.list'>['items'][number];
export type PrintItem = OutputOf<'print.get'>['items'][number];

export const JOB_TONES: Readonly<Record<PrintJob['state'], StatusTone>> = {
  waiting: 'yours',
  printing: 'waiting',
  stopped: 'due',
  done: 'settled',
  dropped: 'waiting',
};

export const isOver = ({ state }: PrintJob): boolean => state === 'done' || state === 'dropped';

/** The sheet that is printed next, from 1. */
export const nextSheet = ({ printed, sheets }: Pick<PrintJob, 'printed' | 'sheets'>): number =>
  Math.min(printed + 1, Math.max(1, sheets));

/** A sheet of the job out of what was typed; null when there is no such sheet. */
export const sheetOf = (text: string, sheets: number): number | null => {
  const sheet = /^\s*\d{1,6}\s*$/u.test(text) ? Number(text) : 0;
  return sheet >= 1 && sheet <= sheets ? sheet : null;
};

/** Where the job stands in each document: in the tray, partly, or ahead. */
export const progressOf = (item: PrintItem, printed: number): 'done' | 'partly' | 'ahead' => {
  if (printed >= item.lastSheet) return 'done';
  return printed >= item.firstSheet ? 'partly' : 'ahead';
};

/** Items under the heads of their envelopes, in the order of printing. */
export const byEnvelope = (
  items: readonly PrintItem[],
): readonly { readonly envelope: string; readonly items: readonly PrintItem[] }[] => {
  const groups: { envelope: string; items: PrintItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last.envelope === item.envelope) last.items.push(item);
    else groups.push({ envelope: item.envelope, items: [item] });
  }
  return groups;
};
