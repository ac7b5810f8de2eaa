import { isFilled } from '#shared/domain/process/condition.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { Fields } from '#shared/domain/process/state.ts';

/** Values of another record that this process has fields for, by their names (EN-39). */
export const knownOf = ({ fields }: Pick<ProcessDefinition, 'fields'>, values: Fields): Fields => {
  const own = new Set([
    'number',
    'responsible',
    ...fields.filter((field) => field.computed === undefined).map(({ code }) => code),
  ]);
  return Object.fromEntries(Object.entries(values).filter(([code, value]) => own.has(code) && isFilled(value)));
};

/** What a process begun from another record takes over: fields of the same name, and the link back («Заявка» of a document). */
export const inheritedFrom = (
  definition: Pick<ProcessDefinition, 'fields'>,
  parent: { readonly recordType: string; readonly recordId: string; readonly fields: Fields },
): Fields => {
  const hasLink = definition.fields.some(({ code, type }) => code === parent.recordType && type === 'link');
  return { ...knownOf(definition, parent.fields), ...(hasLink && { [parent.recordType]: parent.recordId }) };
};
