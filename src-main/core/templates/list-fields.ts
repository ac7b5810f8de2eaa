import { ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';

const MAX_SAMPLE = 80;

/** The palette: each field as it is written in a template, with what the sample document prints there. */
export const listFields =
  (deps: CoreDeps): Handler<'templates.fields'> =>
  async (_context, { kind }) => {
    const [fields, sample] = await Promise.all([deps.templates.fieldsOf(kind), deps.templates.sampleOf(kind)]);
    return ok({
      items: fields.map((field) => ({ field, command: commandOf(field), sample: textOf(valueAt(sample, field)) })),
    });
  };

/** A field of a line is printed inside the loop over its list: `lines[].name` → `{{$line.name}}`. */
const commandOf = (field: string): string => {
  const last = field.lastIndexOf('[]');
  if (last === -1) return `{{${field}}}`;
  const list = field.slice(0, last).split('.').at(-1)?.replaceAll('[]', '') ?? '';
  return `{{$${list.endsWith('s') ? list.slice(0, -1) : list}${field.slice(last + 2)}}}`;
};

const valueAt = (data: unknown, field: string): unknown => {
  let value = data;
  for (const name of field.replaceAll('[]', '.0').split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === name)?.[1];
  }
  return value;
};

const textOf = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  if (typeof value === 'string' || typeof value === 'number') return String(value).slice(0, MAX_SAMPLE);
  return '';
};
