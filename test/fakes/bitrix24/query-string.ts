import { isFields, type Fields } from '../http/values.ts';

/** `filter[%3E%3Did]=5&select[]=id` as PHP reads it. Numbered and unnamed keys become lists. */
export const parseQueryString = (text: string): Fields => {
  const root: Fields = {};
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const [rawKey = '', ...rest] = pair.split('=');
    place(root, pathOf(decode(rawKey)), decode(rest.join('=')));
  }
  return fieldsWithLists(root);
};

const decode = (text: string): string => {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
};

const pathOf = (key: string): readonly string[] => {
  const open = key.indexOf('[');
  if (open <= 0) return [key];
  return [key.slice(0, open), ...[...key.slice(open).matchAll(/\[([^\]]*)\]/gu)].map((match) => match[1] ?? '')];
};

const place = (node: Fields, [head = '', ...tail]: readonly string[], value: string): void => {
  const key = head === '' ? String(Object.keys(node).length) : head;
  if (tail.length === 0) {
    Object.assign(node, { [key]: value });
    return;
  }
  const known = node[key];
  const next: Fields = isFields(known) ? known : {};
  Object.assign(node, { [key]: next });
  place(next, tail, value);
};

const fieldsWithLists = (node: Fields): Fields =>
  Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withLists(value)]));

const withLists = (value: unknown): unknown => {
  if (!isFields(value)) return value;
  const keys = Object.keys(value);
  const isList = keys.length > 0 && keys.every((key, index) => key === String(index));
  return isList ? Object.values(value).map(withLists) : fieldsWithLists(value);
};
