import { useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { useOpenDocument } from '#renderer/parts/use-open-document.ts';
import { otherLayout } from '#renderer/text/keyboard-layout.ts';
import { Palette } from '#renderer/ui/palette.tsx';
import type { PaletteGroup } from '#renderer/ui/palette-items.ts';
import { foundGroup, recentGroup, type OpenOrder } from './found-items.ts';
import { fitsWords, parseFind } from './parse-find.ts';
import { useRecent } from './recent.ts';

type FindPaletteProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onOpenOrder: OpenOrder;
  /** What can be done and where one can go from here. */
  readonly commands: readonly PaletteGroup[];
};

const NOTHING = { orders: [], documents: [] };

/** Ctrl+K: orders and documents by number, name, ИНН or sum in either keyboard layout, then what can be done. */
export const FindPalette = ({ opened, onClose, onOpenOrder, commands }: FindPaletteProps) => {
  const [query, setQuery] = useState('');
  const recent = useRecent();
  const { open: openFile } = useOpenDocument();
  const typed = query.trim();
  const find = parseFind(typed);
  const other = otherLayout(typed);
  const otherFind = parseFind(other ?? '');
  const found = useQueryCall(
    'search.find',
    { text: find.text },
    { enabled: opened && find.text !== '', keepsPrevious: true },
  );
  const isNothing =
    found.data !== undefined &&
    !found.isPlaceholderData &&
    found.data.orders.length + found.data.documents.length === 0;
  const again = useQueryCall(
    'search.find',
    { text: otherFind.text },
    { enabled: opened && isNothing && otherFind.text !== '' },
  );

  const groups = useMemo<readonly PaletteGroup[]>(() => {
    if (query.trim() === '') return [recentGroup(recent.orders, onOpenOrder), ...commands].filter(isFull);
    // Words typed in the wrong layout find the same things; the field keeps what was typed.
    const { kinds } = isNothing ? otherFind : find;
    const answer = isNothing ? again.data : found.data;
    const named = commands.map((group) => ({
      ...group,
      items: group.items.filter(
        ({ title }) => fitsWords(title, query.trim()) || (other !== null && fitsWords(title, other)),
      ),
    }));
    const shown = find.text === '' ? NOTHING : (answer ?? NOTHING);
    return [foundGroup(shown, kinds, onOpenOrder, (id) => void openFile(id, 'docx')), ...named].filter(isFull);
  }, [
    query,
    recent.orders,
    onOpenOrder,
    openFile,
    commands,
    isNothing,
    otherFind,
    find,
    again.data,
    found.data,
    other,
  ]);

  const close = () => {
    setQuery('');
    onClose();
  };
  const searching = (found.isFetching && found.isPlaceholderData) || found.isLoading || again.isLoading;
  return (
    <Palette
      searching={searching}
      opened={opened}
      query={query}
      onQueryChange={setQuery}
      groups={groups}
      onClose={close}
    />
  );
};

const isFull = (group: PaletteGroup): boolean => group.items.length > 0;
