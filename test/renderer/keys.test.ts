import { describe, expect, test } from 'vitest';
import { matchesChord, parseChord, printChord, type KeyPress } from '#renderer/ui/keys/chord.ts';
import { createHotkeyRegistry } from '#renderer/ui/keys/hotkey-registry.ts';
import { mayAct } from '#renderer/ui/keys/key-target.ts';

const press = (code: string, modifiers = ''): KeyPress => ({
  code,
  ctrlKey: modifiers.includes('c'),
  metaKey: modifiers.includes('m'),
  shiftKey: modifiers.includes('s'),
  altKey: modifiers.includes('a'),
});

describe('a key is recognised by its place on the keyboard', () => {
  test.each([
    ['N', press('KeyN'), true],
    ['N', press('KeyN', 's'), false],
    ['Shift+N', press('KeyN', 's'), true],
    ['Ctrl+Enter', press('NumpadEnter', 'c'), true],
    ['Ctrl+K', press('KeyK', 'm'), true],
    ['Ctrl+K', press('KeyK', 'cs'), false],
    ['Alt+1', press('Digit1', 'a'), true],
    ['Alt+1', press('Numpad1', 'a'), true],
    ['F8', press('F8'), true],
    ['Ctrl+Plus', press('Equal', 'c'), true],
  ])('%s', (keys, event, expected) => {
    expect(matchesChord(parseChord(keys), event)).toBe(expected);
  });

  test('a key that does not exist is refused when the screen is written, not when it is used', () => {
    expect(() => parseChord('Ctrl+Ъ')).toThrow(RangeError);
  });
});

test.each([
  ['Space', 'Пробел'],
  ['Shift+Down', 'Shift+↓'],
  ['Ctrl+Shift+Enter', 'Ctrl+Shift+Enter'],
  ['Ctrl+Minus', 'Ctrl+−'],
])('%s is printed on its button as %s', (keys, printed) => {
  expect(printChord(keys)).toBe(printed);
});

describe('keys of the screen never steal what a person types', () => {
  test.each([
    ['N', 'field', false],
    ['N', 'other', true],
    ['N', 'control', true],
    ['Ctrl+Enter', 'field', true],
    ['Ctrl+A', 'field', false],
    ['Ctrl+Z', 'field', false],
    ['Ctrl+Z', 'other', true],
    ['F2', 'field', true],
    ['Esc', 'field', true],
    ['Enter', 'control', false],
    ['Space', 'control', false],
    ['Enter', 'other', true],
  ] as const)('%s in a %s: %s', (keys, target, expected) => {
    expect(mayAct(parseChord(keys), target)).toBe(expected);
  });
});

const key = (keys: string, label: string, enabled = true) => ({ keys, label, enabled, run: () => undefined });

describe('the registry of the screen', () => {
  test('the latest part of the screen wins, and the former returns when it leaves', () => {
    const registry = createHotkeyRegistry();
    registry.add('page', { title: 'Страница', layer: 0, hotkeys: [key('F2', 'страница')] });
    registry.add('pane', { title: 'Документ', layer: 0, hotkeys: [key('F2', 'документ')] });
    expect(registry.find(press('F2'), 'other')?.label).toBe('документ');
    registry.remove('pane');
    expect(registry.find(press('F2'), 'other')?.label).toBe('страница');
  });

  test('an open dialog hears keys alone', () => {
    const registry = createHotkeyRegistry();
    registry.add('page', { title: 'Страница', layer: 0, hotkeys: [key('Ctrl+Enter', 'выпустить')] });
    registry.add('dialog', { title: 'Вопрос', layer: 1, hotkeys: [key('Esc', 'закрыть')] });
    expect(registry.find(press('Enter', 'c'), 'other')).toBeNull();
    expect(registry.find(press('Escape'), 'other')?.label).toBe('закрыть');
  });

  test('a key that cannot act now is listed but does nothing', () => {
    const registry = createHotkeyRegistry();
    registry.add('bar', { title: 'Действия', layer: 0, hotkeys: [key('Ctrl+P', 'печать', false)] });
    expect(registry.find(press('KeyP', 'c'), 'other')).toBeNull();
    expect(registry.groups()[0]?.hotkeys[0]?.label).toBe('печать');
  });
});
