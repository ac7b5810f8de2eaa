/** One key press with its modifiers, bound to the physical key: «N» works the same in the Russian layout. */
export type Chord = {
  /** `KeyboardEvent.code` values that count: the digit row and the number pad are one key for people. */
  readonly codes: readonly string[];
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
};

/** What of a keyboard event decides. */
export type KeyPress = {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

const NAMED_CODES: Readonly<Record<string, readonly string[]>> = {
  Enter: ['Enter', 'NumpadEnter'],
  Space: ['Space'],
  Esc: ['Escape'],
  Tab: ['Tab'],
  Backspace: ['Backspace'],
  Del: ['Delete'],
  Ins: ['Insert'],
  Up: ['ArrowUp'],
  Down: ['ArrowDown'],
  Left: ['ArrowLeft'],
  Right: ['ArrowRight'],
  Home: ['Home'],
  End: ['End'],
  PgUp: ['PageUp'],
  PgDn: ['PageDown'],
  Plus: ['Equal', 'NumpadAdd'],
  Minus: ['Minus', 'NumpadSubtract'],
  '/': ['Slash', 'NumpadDivide'],
};

const PRINTED: Readonly<Record<string, string>> = {
  Space: 'Пробел',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Plus: '+',
  Minus: '−',
};

const codesOf = (name: string): readonly string[] => {
  if (/^[A-Z]$/u.test(name)) return [`Key${name}`];
  if (/^\d$/u.test(name)) return [`Digit${name}`, `Numpad${name}`];
  if (/^F\d{1,2}$/u.test(name)) return [name];
  const codes = NAMED_CODES[name];
  if (codes === undefined) throw new RangeError(`unknown key name: ${name}`);
  return codes;
};

/** «Ctrl+Shift+Enter», «F8», «N», «Alt+1», «Space» → chord. A name nobody knows is a programmer's mistake and throws. */
export const parseChord = (keys: string): Chord => {
  const parts = keys.split('+');
  const name = parts.at(-1) ?? '';
  return {
    codes: codesOf(name),
    ctrl: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
};

/** The same keys as they are printed on a button: «Пробел» for Space, arrows as arrows. */
export const printChord = (keys: string): string =>
  keys
    .split('+')
    .map((part) => PRINTED[part] ?? part)
    .join('+');

/** Cmd counts as Ctrl, for the few who work in a browser on a Mac. */
export const matchesChord = (chord: Chord, press: KeyPress): boolean =>
  chord.codes.includes(press.code) &&
  chord.ctrl === (press.ctrlKey || press.metaKey) &&
  chord.shift === press.shiftKey &&
  chord.alt === press.altKey;
