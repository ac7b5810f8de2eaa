import { useCallback, useMemo, useRef, useState } from 'react';
import type { FieldValue, FieldValues, ProcessField } from './shapes.ts';

export type FieldDrafts = {
  /** What a person has typed and not saved. */
  readonly changed: FieldValues;
  readonly isChanged: boolean;
  readonly valueOf: (field: ProcessField) => FieldValue;
  readonly set: (code: string, value: FieldValue) => void;
  readonly clear: () => void;
  /** Takes what is still being typed, and gives all that was changed. */
  readonly collect: () => FieldValues;
};

/** Values of fields between typing and saving. A field tells its value on leaving, so `collect` leaves it first. */
export const useFieldDrafts = (): FieldDrafts => {
  const [changed, setChanged] = useState<FieldValues>({});
  const latest = useRef<FieldValues>({});
  const put = useCallback((next: FieldValues) => {
    latest.current = next;
    setChanged(next);
  }, []);
  const set = useCallback((code: string, value: FieldValue) => put({ ...latest.current, [code]: value }), [put]);
  const clear = useCallback(() => put({}), [put]);
  const collect = useCallback((): FieldValues => {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && focused.matches('input, textarea')) focused.blur();
    return latest.current;
  }, []);
  return useMemo(
    () => ({
      changed,
      isChanged: Object.keys(changed).length > 0,
      valueOf: (field) => changed[field.code] ?? (field.code in changed ? null : field.value),
      set,
      clear,
      collect,
    }),
    [changed, set, clear, collect],
  );
};
