import type { Entity } from './entities.ts';
import { addRecord, type Portal, type Row } from './portal.ts';
import { RestError } from './rest-error.ts';
import { fieldsOf, idOf, isFields, listOf, textOf, type Fields } from '../http/values.ts';

/**
 * File fields of an item (crm.md §1.11): `["name", "base64"]` is a new file, `{ id }` keeps one. What is not named again
 * is deleted without a word, and a wrong id in a single field erases the file.
 */
export const applyFileFields = (portal: Portal, entity: Entity, before: Row | null, sent: Fields): Fields =>
  Object.fromEntries(
    Object.entries(sent).map(([name, value]) => {
      const field = entity.fields.get(name);
      if (field?.type !== 'file') return [name, value];
      const known = listOf(before?.[name]).map(idOf);
      if (!field.isMultiple) return [name, keptFile(portal, value, known)];
      if (value === '' || value === null) return [name, []];
      // A single pair of a name and bytes is one new file, not a list of two.
      const files = isPair(value) ? [value] : listOf(value);
      return [name, files.flatMap((file) => keptFile(portal, file, known) ?? [])];
    }),
  );

const isPair = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string');

const keptFile = (portal: Portal, value: unknown, known: readonly (number | null)[]): number | null => {
  if (isFields(value)) {
    const id = idOf(value['id']);
    return id !== null && known.includes(id) ? id : null;
  }
  return isPair(value) ? storeFile(portal, listOf(value)) : null;
};

/** Keeps the bytes of `[name, base64]`; the id is that of the file, not of a Disk object. */
export const storeFile = (portal: Portal, pair: readonly unknown[]): number => {
  const [name, content] = pair.map(textOf);
  const bytes = Buffer.from(content ?? '', 'base64');
  if (name === undefined || name === '' || (bytes.length === 0 && content !== '')) {
    throw new RestError(400, 'ERROR_COULD_NOT_SAVE_FILE', 'Could not save file');
  }
  return storeBytes(portal, name, bytes);
};

export const storeBytes = (portal: Portal, name: string, bytes: Uint8Array): number =>
  addRecord(portal, 'bytes', { NAME: name, SIZE: bytes.length, bytes });

export const bytesOf = (portal: Portal, fileId: number): Uint8Array | null => {
  const bytes = fieldsOf(portal.records('bytes').get(fileId))['bytes'];
  return bytes instanceof Uint8Array ? bytes : null;
};
