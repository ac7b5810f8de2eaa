import { matchesChord, parseChord, type KeyPress } from './chord.ts';
import { mayAct, type KeyTarget } from './key-target.ts';

/** A key of the screen: what it does is printed on its button and listed by F1. */
export type Hotkey = {
  /** «Ctrl+Enter», «N», «F8»: see `parseChord`. */
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
  /** A key that cannot act now is still listed; pressing it does nothing. */
  readonly enabled?: boolean;
};

export type HotkeyGroup = {
  /** Heading in the list of F1: «Список», «Действия». */
  readonly title: string;
  /** 0 for the window; an open dialog lives one layer higher and hears keys alone. */
  readonly layer: number;
  readonly hotkeys: readonly Hotkey[];
};

/** What is on the screen now, in the order of appearance. */
export type HotkeyRegistry = {
  readonly add: (id: string, group: HotkeyGroup) => void;
  readonly remove: (id: string) => void;
  readonly groups: () => readonly HotkeyGroup[];
  /** The key to run for this press, or null. The latest group of the top layer wins. */
  readonly find: (press: KeyPress, target: KeyTarget) => Hotkey | null;
};

export const createHotkeyRegistry = (): HotkeyRegistry => {
  const groupsById = new Map<string, HotkeyGroup>();

  return {
    add: (id, group) => {
      groupsById.set(id, group);
    },
    remove: (id) => {
      groupsById.delete(id);
    },
    groups: () => [...groupsById.values()],
    find: (press, target) => {
      const groups = [...groupsById.values()];
      const topLayer = Math.max(0, ...groups.map((group) => group.layer));
      for (const group of groups.toReversed()) {
        if (group.layer !== topLayer) continue;
        const hit = group.hotkeys.find((hotkey) => {
          const chord = parseChord(hotkey.keys);
          return hotkey.enabled !== false && matchesChord(chord, press) && mayAct(chord, target);
        });
        if (hit) return hit;
      }
      return null;
    },
  };
};
