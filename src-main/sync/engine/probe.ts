import type { CrmAddress, SyncProbe } from '#main/ports/sync-engine.ts';
import type { SyncStop } from '#main/ports/sync.ts';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CrmFailure } from '../connectors/failure.ts';
import type { EngineDeps } from './engine-deps.ts';
import { addressStop, stopOf } from './stopping.ts';

/** What the wizard shows after the address was pasted: who we are there, what is missing, stages, fields with real values. */
export const probeAddress = async (
  deps: EngineDeps,
  { system, address, token }: CrmAddress,
  signal: AbortSignal,
): Promise<Result<SyncProbe, SyncStop>> => {
  const settings = { address, token, mapping: EMPTY_MAPPING, calibration: null, installation: 'probe' };
  const made = deps.makeConnector(system, settings);
  if (!made.ok) return err(addressStop(made.error));
  const connector = made.value;
  const capabilities = await connector.probe(signal);
  if (!capabilities.ok) return err(refusal(capabilities.error));
  const dictionaries = await connector.dictionaries(signal);
  if (!dictionaries.ok) return err(refusal(dictionaries.error));
  const fields = await connector.describe('order', signal);
  if (!fields.ok && fields.error.state === 'stopped') return err(refusal(fields.error));
  const { portal, address: answering, employee, missing, can } = capabilities.value;
  return ok({
    portal,
    // The key of Битрикс24 stands in the path: people and the base see the host alone.
    address: new URL(answering).origin,
    employee: employee.name,
    isAdmin: employee.isAdmin,
    missing,
    abilities: Object.entries(can).flatMap(([ability, isThere]) => (isThere ? [ability] : [])),
    organisations: dictionaries.value.organisations.map(({ title, inn }) => ({ title, inn })),
    pipelines: dictionaries.value.pipelines
      .filter(({ entity }) => entity === 'order')
      .map(({ id, title, stages }) => ({
        id,
        title,
        stages: stages.map((stage) => ({ id: stage.id, title: stage.title })),
      })),
    processes: dictionaries.value.processes,
    fields: fields.ok ? fields.value : [],
  });
};

const refusal = (failure: CrmFailure): SyncStop =>
  failure.state === 'stopped' ? stopOf(failure) : { code: 'crm.later', data: { message: failure.message } };
