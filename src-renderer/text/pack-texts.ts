/** Where a sheet of the pack is; each state has a shape of its own (design §4). */
export type SheetState = 'absent' | 'draft' | 'issued' | 'signed' | 'away' | 'settled' | 'blocked' | 'stale';

const STATE_WORDS: Readonly<Record<SheetState, string>> = {
  absent: 'ещё не выпущен',
  draft: 'черновик',
  issued: 'выпущен, у нас',
  signed: 'подписан нами',
  away: 'у другой стороны',
  settled: 'оригинал у нас',
  blocked: 'не выпустить',
  stale: 'устарел',
};

/** «Счёт: устарел», or with the reason «Заявка: не выпустить — нет времени выгрузки». */
export const sheetLabel = (title: string, state: SheetState, reason?: string): string =>
  `${title}: ${STATE_WORDS[state]}${reason === undefined ? '' : ` — ${reason}`}`;

/** The whole pack in one breath, for a screen reader. */
export const packLabel = (sheets: readonly { readonly title: string; readonly state: SheetState }[]): string =>
  sheets.map((sheet) => sheetLabel(sheet.title, sheet.state)).join('; ');
