import type { Chord } from './chord.ts';

/** Where the focus was when the key went down. */
export type KeyTarget = 'field' | 'control' | 'other';

const FUNCTION_KEY = /^F\d{1,2}$/u;
const CONTROL_KEYS: readonly string[] = ['Enter', 'NumpadEnter', 'Space'];
const FIELD_MODIFIED_KEYS: readonly string[] = ['KeyA', 'KeyZ', 'KeyX', 'KeyC', 'KeyV', 'Backspace', 'Delete'];

/**
 * Whether a chord may act from there. In a field plain keys write text and Ctrl+A/Z/X/C/V edit it; a focused button
 * keeps its own Enter and Space. Function keys, Esc and other Ctrl or Alt chords act everywhere.
 */
export const mayAct = (chord: Chord, target: KeyTarget): boolean => {
  const [code = ''] = chord.codes;
  if (FUNCTION_KEY.test(code) || code === 'Escape') return true;
  const modified = chord.ctrl || chord.alt;
  if (target === 'field') return modified && !(chord.ctrl && FIELD_MODIFIED_KEYS.includes(code));
  if (target === 'control') return modified || !CONTROL_KEYS.includes(code);
  return true;
};

const NOT_TEXT_INPUTS: readonly string[] = ['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file'];

/** Classifies the element that has the focus. */
export const keyTargetOf = (element: EventTarget | null): KeyTarget => {
  if (!(element instanceof HTMLElement)) return 'other';
  if (element.isContentEditable || element instanceof HTMLTextAreaElement) return 'field';
  if (element instanceof HTMLInputElement) return NOT_TEXT_INPUTS.includes(element.type) ? 'control' : 'field';
  if (element instanceof HTMLSelectElement) return 'control';
  return element.closest('button, a[href], [role="menuitem"], [role="option"]') ? 'control' : 'other';
};
