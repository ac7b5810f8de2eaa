import type { KeyPress } from '../keys/chord.ts';
import type { TableAction } from './selection.ts';

/** What a key means to a list: an action on the selection, opening, or folding of the group. */
export type TableKey =
  | TableAction
  | { readonly type: 'open' }
  | { readonly type: 'fold' }
  | { readonly type: 'unfold' };

const MOVES: Readonly<Record<string, Extract<TableAction, { type: 'move' }>['to']>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  Home: 'first',
  End: 'last',
};

/** Null for keys that are not the list's own. By `event.code`, so that Ctrl+A works in the Russian layout. */
export const tableKeyOf = (press: KeyPress): TableKey | null => {
  const ctrl = press.ctrlKey || press.metaKey;
  if (press.altKey) return null;
  if (ctrl) return press.code === 'KeyA' && !press.shiftKey ? { type: 'toggleAll' } : null;
  const to = MOVES[press.code];
  if (to !== undefined) return { type: 'move', to, extend: press.shiftKey };
  if (press.shiftKey) return null;
  switch (press.code) {
    case 'Space':
      return { type: 'toggle' };
    case 'Enter':
    case 'NumpadEnter':
      return { type: 'open' };
    case 'ArrowLeft':
      return { type: 'fold' };
    case 'ArrowRight':
      return { type: 'unfold' };
    default:
      return null;
  }
};
