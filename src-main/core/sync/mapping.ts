import type { ParsedInputOf } from '#shared/contract/index.ts';
import { FREIGHT_FIELDS, ORDER_FIELDS, STATE_FIELDS, type MappedFieldName } from '#shared/domain/crm/fields.ts';
import type { CrmMapping } from '#shared/domain/crm/mapping.ts';

const NAMES = new Set<string>([
  ...Object.keys(ORDER_FIELDS),
  ...Object.keys(FREIGHT_FIELDS),
  ...Object.keys(STATE_FIELDS),
]);

const isMapped = (name: string): name is MappedFieldName => NAMES.has(name);

/** What the wizard sent, without names that we do not know. */
export const mappingOf = ({ fields, ...chosen }: ParsedInputOf<'sync.connect'>['mapping']): CrmMapping => {
  const known: Partial<Record<MappedFieldName, string>> = {};
  for (const [name, remote] of Object.entries(fields)) if (isMapped(name) && remote !== '') known[name] = remote;
  return { ...chosen, fields: known };
};

/** The other way: for the page of settings. */
export const mappingView = ({ fields, ...chosen }: CrmMapping): ParsedInputOf<'sync.connect'>['mapping'] => ({
  ...chosen,
  pipelines: [...chosen.pipelines],
  processes: [...chosen.processes],
  stages: { ...chosen.stages },
  fields: Object.fromEntries(Object.entries(fields).map(([name, remote]) => [name, remote ?? ''])),
});
