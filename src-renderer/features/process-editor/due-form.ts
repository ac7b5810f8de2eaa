import type { Due } from '#shared/domain/process/definition-due.ts';

const SHIFT_KINDS = ['minutes', 'hours', 'days', 'workingHours', 'workingDays'] as const;
type ShiftKind = (typeof SHIFT_KINDS)[number];

export const DUE_KINDS = ['none', ...SHIFT_KINDS, 'endOfDay', 'weekday', 'field'] as const;
export type DueKind = (typeof DUE_KINDS)[number] | 'other';

/** A due date as a form: its kind and the numbers of that kind. */
export type DueForm = {
  readonly kind: DueKind;
  readonly count: number;
  readonly weekday: number;
  readonly time: string;
  readonly field: string;
};

const BLANK: DueForm = { kind: 'none', count: 1, weekday: 5, time: '18:00', field: '' };

const shiftKindOf = (shift: Readonly<Record<string, unknown>>): ShiftKind | null => {
  const set = Object.keys(shift).filter((key) => shift[key] !== undefined);
  return set.length === 1 ? (SHIFT_KINDS.find((kind) => kind === set[0]) ?? null) : null;
};

/** The form of a due date; `other` for one that this form cannot hold: it stays as it is until replaced. */
export const dueForm = (due: Due | undefined): DueForm => {
  if (due === undefined) return BLANK;
  if ('endOfDay' in due) return { ...BLANK, kind: 'endOfDay' };
  if ('weekday' in due) return { ...BLANK, kind: 'weekday', weekday: due.weekday, time: due.time };
  if ('after' in due) {
    const kind = shiftKindOf(due.after);
    return kind === null ? { ...BLANK, kind: 'other' } : { ...BLANK, kind, count: due.after[kind] ?? 0 };
  }
  const { shift = {} } = due;
  const isPlain = Object.keys(shift).every((key) => key === 'hours');
  return isPlain
    ? { ...BLANK, kind: 'field', field: due.field, count: shift.hours ?? 0 }
    : { ...BLANK, kind: 'other', field: due.field };
};

/** The due date of a form: null for none; undefined while the form is not complete, or holds nothing of its own. */
export const dueOf = ({ kind, count, weekday, time, field }: DueForm): Due | null | undefined => {
  switch (kind) {
    case 'none':
      return null;
    case 'other':
      return undefined;
    case 'endOfDay':
      return { endOfDay: true };
    case 'weekday':
      return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time) ? { weekday, time } : undefined;
    case 'field':
      if (field === '') return undefined;
      return count === 0 ? { field } : { field, shift: { hours: count } };
    case 'minutes':
    case 'hours':
    case 'days':
    case 'workingHours':
    case 'workingDays':
      return { after: { [kind]: count } };
  }
};
