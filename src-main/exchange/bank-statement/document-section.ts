import { SLOT, SLOT_KEYS } from './statement-keys.ts';

/** One «СекцияДокумент» while it is being read. */
export type DocumentSection = {
  line: number;
  kind: string;
  /** Texts of the keys that become fields, by slot; empty when absent. */
  readonly values: string[];
  /** All other lines with a value, as they stand in the file. */
  readonly rest: string[];
  /** «КонецДокумента» was there. */
  isClosed: boolean;
  /** The last key was the purpose: a line without `=` continues it. */
  isInPurpose: boolean;
};

export const createSection = (): DocumentSection => ({
  line: 0,
  kind: '',
  values: SLOT_KEYS.map(() => ''),
  rest: [],
  isClosed: false,
  isInPurpose: false,
});

/** Makes the section ready for the next document: one is used for the whole file, a hundred thousand would keep the collector busy. */
export const openSection = (section: DocumentSection, line: number, kind: string): DocumentSection => {
  section.values.fill('');
  section.rest.length = 0;
  return Object.assign(section, { line, kind, isClosed: false, isInPurpose: false });
};

/** A repeated key keeps its first value that is not empty; a later other one is kept as text (formats §1.6 rule 3). */
export const takeValue = (section: DocumentSection, slot: number, value: string, line: string): void => {
  section.isInPurpose = slot === SLOT.purpose;
  if (value === '') return;
  if (slot === -1) section.rest.push(line);
  else if (section.values[slot] === '') section.values[slot] = value;
  else if (section.values[slot] !== value) section.rest.push(`${SLOT_KEYS[slot] ?? ''}=${value}`);
};

/** A line without `=`; false when it continues nothing, then it is only kept (formats §1.6 rule 4). */
export const continueSection = (section: DocumentSection, line: string): boolean => {
  if (!section.isInPurpose) {
    section.rest.push(line);
    return false;
  }
  const begun = section.values[SLOT.purpose] ?? '';
  section.values[SLOT.purpose] = begun === '' ? line : `${begun} ${line}`;
  return true;
};
