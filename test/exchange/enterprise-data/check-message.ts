import type { ObjectType, Property, ValueType, XdtoSchema, XdtoType } from './xdto-schema.ts';
import { readTree, type Tree } from './read-tree.ts';

export type SchemaFault = {
  readonly code: 'envelope' | 'unknown' | 'missing' | 'order' | 'repeated' | 'enum' | 'length' | 'digits' | 'form';
  readonly path: string;
  readonly what: string;
};

const MESSAGE = 'http://www.1c.ru/SSL/Exchange/Message';

const FORMS: Readonly<Record<string, RegExp>> = {
  boolean: /^(?:true|false|1|0)$/u,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u,
  dateTime: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/u,
  decimal: /^-?\d+(?:\.\d+)?$/u,
  int: /^-?\d{1,10}$/u,
  integer: /^-?\d+$/u,
  Ref: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
};

/**
 * Walks a message by the XDTO schema: envelope, unknown and missing elements, their order and repetition, closed lists,
 * lengths and digits. `open` types would let anything pass; we hold ourselves to the described properties.
 */
export const checkMessage = (schema: XdtoSchema, version: string, xml: string): SchemaFault[] => {
  const faults: SchemaFault[] = [];
  const fault = (code: SchemaFault['code'], path: string, what: string): void => void faults.push({ code, path, what });

  const resolve = (type: Property['type']): XdtoType | null => {
    if (typeof type !== 'string') return type;
    return schema.typesByName.get(type) ?? (type in FORMS || type === 'string' ? plain(type) : null);
  };

  const checkValue = (type: ValueType, text: string, path: string): void => {
    const parent = schema.typesByName.get(type.base);
    if (parent?.kind === 'value') checkValue(parent, text, path);
    const form = FORMS[type.base];
    if (form && !form.test(text)) return fault('form', path, text);
    if (type.values.length > 0 && !type.values.includes(text)) fault('enum', path, text);
    const length = [...text].length;
    if (type.maxLength !== null && length > type.maxLength) fault('length', path, text);
    if (type.minLength !== null && length < type.minLength) fault('length', path, text);
    if (type.patterns.length > 0 && !type.patterns.some((pattern) => pattern.test(text))) fault('form', path, text);
    const [whole = '', fraction = ''] = text.replace('-', '').split('.');
    if (type.fractionDigits !== null && fraction.length > type.fractionDigits) fault('digits', path, text);
    if (type.totalDigits !== null && whole.replace(/^0+/u, '').length + fraction.length > type.totalDigits)
      fault('digits', path, text);
  };

  const checkObject = (type: ObjectType, tree: Tree, path: string): void => {
    if (tree.text.trim() !== '') fault('form', path, tree.text.trim());
    let reached = 0;
    for (const child of tree.children) {
      const at = type.properties.findIndex(({ name }) => name === child.name);
      const here = `${path}/${child.name}`;
      if (at < 0) {
        fault('unknown', here, child.name);
        continue;
      }
      if (at < reached) fault('order', here, child.name);
      reached = Math.max(reached, at);
    }
    for (const property of type.properties) {
      const found = tree.children.filter(({ name }) => name === property.name);
      const here = `${path}/${property.name}`;
      if (found.length < property.least) fault('missing', here, property.name);
      if (found.length > property.most) fault('repeated', here, property.name);
      const wanted = resolve(property.type);
      for (const child of found) {
        if (wanted === null) fault('unknown', here, property.name);
        else check(wanted, child, here);
      }
    }
  };

  const check = (type: XdtoType, tree: Tree, path: string): void => {
    if (tree.uri !== schema.namespace) fault('envelope', path, tree.uri);
    if (type.kind === 'object') return checkObject(type, tree, path);
    if (tree.children.length > 0) return fault('unknown', path, tree.children[0]?.name ?? '');
    checkValue(type, tree.text, path);
  };

  const message = readTree(xml.replace(/^\uFEFF/u, ''));
  const [header, body, ...others] = message.children;
  if (message.name !== 'Message' || message.uri !== '') fault('envelope', '/', message.name);
  if (header?.name !== 'Header' || header.uri !== MESSAGE) fault('envelope', '/Header', header?.name ?? '');
  if (body?.name !== 'Body' || body.uri !== schema.namespace) fault('envelope', '/Body', body?.name ?? '');
  if (others.length > 0) fault('envelope', '/', others[0]?.name ?? '');
  const headers = header?.children.map(({ name, text }) => `${name}=${name === 'CreationDate' ? '' : text}`).join(';');
  if (headers !== `Format=${schema.namespace};CreationDate=;AvailableVersion=${version}`)
    fault('envelope', '/Header', headers ?? '');
  for (const [index, tree] of (body?.children ?? []).entries()) {
    const type = schema.typesByName.get(tree.name);
    const path = `/${index}:${tree.name}`;
    if (type?.kind !== 'object' || type.base !== 'Object') fault('unknown', path, tree.name);
    else check(type, tree, path);
  }
  return faults;
};

const plain = (base: string): ValueType => ({
  kind: 'value',
  base,
  maxLength: null,
  minLength: null,
  totalDigits: null,
  fractionDigits: null,
  patterns: [],
  values: [],
});
