import type { IconName } from './icon.tsx';
import type { PackSheet } from './pack.tsx';

export type PaletteItem = {
  readonly id: string;
  readonly icon: IconName;
  /** «Заказ 1204». */
  readonly title: string;
  /** «Гастроном на Площади, 118 500,00»; or why it is impossible now: «нечего: не выпущен». */
  readonly detail?: string;
  readonly sheets?: readonly PackSheet[];
  /** The key that does the same without the palette. */
  readonly keys?: string;
  /** Stays in sight with the reason in `detail`, but does nothing. */
  readonly impossible?: boolean;
  readonly run: () => void;
};

export type PaletteGroup = { readonly title: string; readonly items: readonly PaletteItem[] };

/** The neighbour of the chosen item, in a circle; impossible items can be read, so they can be reached. */
export const nextItemId = (groups: readonly PaletteGroup[], current: string | null, step: 1 | -1): string | null => {
  const ids = groups.flatMap((group) => group.items.map((item) => item.id));
  if (ids.length === 0) return null;
  const index = current === null ? -1 : ids.indexOf(current);
  if (index === -1) return (step === 1 ? ids[0] : ids.at(-1)) ?? null;
  return ids[(index + step + ids.length) % ids.length] ?? null;
};

/** Splits a title by the words of the query: what was found is marked. */
export const splitFound = (
  text: string,
  query: string,
): readonly { readonly text: string; readonly found: boolean }[] => {
  const words = query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const lower = text.toLowerCase();
  const hits = words
    .map((word) => ({ start: lower.indexOf(word), length: word.length }))
    .filter((hit) => hit.start >= 0);
  const [first] = hits.sort((a, b) => b.length - a.length);
  if (!first) return [{ text, found: false }];
  const end = first.start + first.length;
  return [
    { text: text.slice(0, first.start), found: false },
    { text: text.slice(first.start, end), found: true },
    { text: text.slice(end), found: false },
  ].filter((part) => part.text !== '');
};
