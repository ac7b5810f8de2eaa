import { useMemo } from 'react';
import { useHotkeys } from './use-hotkeys.ts';

type SingleKey = { readonly keys: string | undefined; readonly label: string; readonly run: (() => void) | undefined };

/** Binds the one key printed on a lone button; without a key or an action binds nothing. */
export const useHotkey = (title: string, { keys, label, run }: SingleKey): void =>
  useHotkeys(
    title,
    useMemo(() => (keys === undefined || run === undefined ? [] : [{ keys, label, run }]), [keys, label, run]),
  );
