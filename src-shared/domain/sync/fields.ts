/**
 * Values of one record by our name of the field, the same on both sides: canonical texts (`CrmRow.fields`), a list as
 * canonical JSON. Null and an absent field are nothing.
 */
export type SyncFields = Readonly<Record<string, string | null>>;

const normalised = (value: string | null | undefined): string =>
  (value ?? '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\u00A0', ' ')
    .replaceAll(/[ \t]+/gu, ' ')
    .trim();

/** Whether two values mean the same, however each side spaces them (crm.md §4.4); nothing and an empty text are the same. */
export const isSameValue = (left: string | null | undefined, right: string | null | undefined): boolean =>
  normalised(left) === normalised(right);
