import { use, useEffect, useId } from 'react';
import { HotkeyLayerContext, HotkeyRegistryContext } from './hotkey-context.ts';
import type { Hotkey, HotkeyGroup } from './hotkey-registry.ts';

/** Binds keys while the component is on the screen. `title` is their heading in the list of F1. */
export const useHotkeys = (title: string, hotkeys: readonly Hotkey[]): void => {
  const registry = use(HotkeyRegistryContext);
  const layer = use(HotkeyLayerContext);
  const id = useId();

  // Two effects: a changed handler replaces the entry in its place, so the order of groups stays the order of appearance.
  useEffect(() => {
    if (hotkeys.length === 0) registry.remove(id);
    else registry.add(id, { title, layer, hotkeys });
  }, [registry, id, title, layer, hotkeys]);
  useEffect(() => () => registry.remove(id), [registry, id]);
};

/** Reads, when asked, everything that can be pressed at that moment. */
export const useHotkeySnapshot = (): (() => readonly HotkeyGroup[]) => use(HotkeyRegistryContext).groups;
