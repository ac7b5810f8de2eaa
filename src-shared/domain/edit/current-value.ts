import { editField, type EditScope } from './edit-field.ts';

/** Texts of which each setter takes at least one: a word, nothing, a number, a yes, a rate. */
const PROBES: readonly string[] = ['', '0', '1', 'x', 'true', '22'];

const NOBODY = { at: '', userId: '' } as const;

/**
 * What stands in a field now, as the setter of that field tells it; null when there is no such field. Nothing is changed:
 * the setters are pure, and only what they saw before is kept.
 */
export const currentValue = (scope: EditScope, field: string): string | null => {
  for (const probe of PROBES) {
    const edited = editField(scope, field, probe, NOBODY);
    if (edited.ok) return edited.value.before;
    if (edited.error === 'unknown') return null;
  }
  return '';
};
