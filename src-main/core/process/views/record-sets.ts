import type { OutputOf } from '#shared/contract/index.ts';
import type { FieldDefinition, ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { Element, ProcessState } from '#shared/domain/process/state.ts';
import type { Desk } from './desk.ts';
import { printValue } from './field-values.ts';

type RecordSet = OutputOf<'records.get'>['sets'][number];

/** Things of a record that are many, as tables: lines with their sums, carriers with their offers, child records with their stage. */
export const recordSets = (desk: Desk, { sets = [] }: ProcessDefinition, state: ProcessState): RecordSet[] =>
  sets.flatMap(({ code, title, fields = [], source }) => {
    const elements = state.sets[code] ?? [];
    if (elements.length === 0) return [];
    const stages = source.startsWith('children:') ? stagesOf(desk, source.slice('children:'.length)) : null;
    // The stage of a child has a column of its own, in words.
    const shown = fields.filter(
      (field) =>
        !(stages !== null && field.code === 'stage') &&
        elements.some(({ fields: own }) => (own[field.code] ?? null) !== null),
    );
    return [
      {
        code,
        title,
        columns: [
          { title: 'Название', isNumber: false },
          ...shown.map(({ label, type }) => ({ title: label, isNumber: type === 'money' || type === 'number' })),
          ...(stages === null ? [] : [{ title: 'Стадия', isNumber: false }]),
        ],
        rows: elements.map((element) => [
          element.title,
          ...shown.map((field) => cellOf(desk, field, element)),
          ...(stages === null ? [] : [stages(element)]),
        ]),
      },
    ];
  });

const cellOf = (desk: Desk, field: FieldDefinition, { fields }: Element): string =>
  printValue(field, fields[field.code] ?? null, desk.people);

/** The stage of a child as people call it. */
const stagesOf = (desk: Desk, process: string): ((element: Element) => string) => {
  const definition = desk.definitions.find(({ code }) => code === process);
  return ({ fields }) => {
    const code = String(fields['stage'] ?? '');
    return definition?.stages.find((stage) => stage.code === code)?.title ?? code;
  };
};
