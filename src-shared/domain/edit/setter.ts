import { parseIsoDate, type IsoDate } from '../../kernel/date.ts';
import { decimalToText, parseDecimal } from '../../kernel/decimal.ts';
import { ok, type Result } from '../../kernel/result.ts';

/** A record after one of its values was set, and the text that stood there before. */
export type Edited<T> = { readonly after: T; readonly before: string };

/** Sets one value of a record from text; null when the text cannot be such a value or the record has no such place. */
export type Setter<T> = (record: T, text: string) => Edited<T> | null;

export type Setters<T> = Readonly<Record<string, Setter<T>>>;

/** The setter of a field that a stranger named: only what the table itself holds, never what every object has. */
export const setterOf = <T>(setters: Setters<T>, name: string): Setter<T> | undefined =>
  Object.hasOwn(setters, name) ? setters[name] : undefined;

/** Fields of a record that hold any text. */
export const textSetters = <T, Key extends string>(
  keys: readonly Key[],
  read: (record: T, key: Key) => string,
  write: (record: T, key: Key, text: string) => T,
): Setters<T> =>
  Object.fromEntries(
    keys.map((key): [string, Setter<T>] => [
      key,
      (record, text) => ({ before: read(record, key), after: write(record, key, text.trim()) }),
    ]),
  );

/** An empty text is «no date». */
export const parseOptionalDate = (text: string): Result<IsoDate | null, 'notDate'> =>
  text.trim() === '' ? ok(null) : parseIsoDate(text.trim());

/** Canonical text of a number that is not negative; null when it is none. */
export const parseAmount = (text: string): string | null => {
  const value = parseDecimal(text);
  return value.ok && value.value.units >= 0n ? decimalToText(value.value) : null;
};

/** The setter of a part, seen from the whole. */
const inside =
  <Whole, Part>(
    read: (whole: Whole) => Part | null | undefined,
    write: (whole: Whole, part: Part) => Whole,
    set: Setter<Part>,
  ): Setter<Whole> =>
  (whole, text) => {
    const part = read(whole);
    if (part === null || part === undefined) return null;
    const edited = set(part, text);
    return edited && { before: edited.before, after: write(whole, edited.after) };
  };

/** Setters of a part under a prefix: `cargo.` + `name`. */
export const prefixed = <Whole, Part>(
  prefix: string,
  setters: Setters<Part>,
  read: (whole: Whole) => Part | null | undefined,
  write: (whole: Whole, part: Part) => Whole,
): Setters<Whole> =>
  Object.fromEntries(
    Object.entries(setters).map(([name, set]): [string, Setter<Whole>] => [
      `${prefix}.${name}`,
      inside(read, write, set),
    ]),
  );
