import { definitionSchema, type ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { ReadStores, WriteStores } from '../../ports/base.ts';
import type { ProcessFiles } from '../../ports/processes.ts';

/** All processes by code: those that came with the program, and what the office made of them. */
export type Library = {
  /** The version that new records get, of every process. */
  readonly all: (stores: Pick<ReadStores, 'processes'>) => readonly ProcessDefinition[];
  readonly current: (stores: Pick<ReadStores, 'processes'>, code: string) => ProcessDefinition | null;
  readonly version: (stores: Pick<ReadStores, 'processes'>, code: string, version: number) => ProcessDefinition | null;
  readonly isShipped: (code: string) => boolean;
  readonly isActive: (stores: Pick<ReadStores, 'processes'>, definition: ProcessDefinition) => boolean;
  /** Keeps the version that a record is about to run by: an update of the program must not change it under the record. */
  readonly freeze: (stores: Pick<WriteStores, 'processes'>, definition: ProcessDefinition, at: IsoInstant) => void;
};

/** The newest released version of each process that the base keeps. */
const newestOf = (stores: Pick<ReadStores, 'processes'>): ReadonlyMap<string, number> =>
  new Map(
    stores.processes
      .definitions()
      .filter(({ state }) => state === 'released')
      .map(({ code, version: number }) => [code, number]),
  );

export const createLibrary = (files: ProcessFiles): Library => {
  let shipped: ReadonlyMap<string, ProcessDefinition> | null = null;
  const kept = new Map<string, ProcessDefinition>();

  const shippedOnes = (): ReadonlyMap<string, ProcessDefinition> => {
    shipped ??= new Map(
      files
        .shipped()
        .map((json) => definitionSchema.parse(json))
        .map((definition) => [definition.code, definition]),
    );
    return shipped;
  };

  const stored = (stores: Pick<ReadStores, 'processes'>, code: string, version: number): ProcessDefinition | null => {
    const key = `${code}@${version}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const row = stores.processes.definition(code, version);
    if (row === null) return null;
    const definition = definitionSchema.parse(row.body);
    // A draft changes with every save; a released version never does.
    if (row.state === 'released') kept.set(key, definition);
    return definition;
  };

  const version: Library['version'] = (stores, code, number) => {
    const own = stored(stores, code, number);
    if (own !== null) return own;
    const program = shippedOnes().get(code);
    return program?.version === number ? program : null;
  };

  const inForce = (
    stores: Pick<ReadStores, 'processes'>,
    code: string,
    newest: ReadonlyMap<string, number>,
  ): ProcessDefinition | null => {
    const program = shippedOnes().get(code);
    const own = newest.get(code) ?? 0;
    return program !== undefined && program.version > own ? program : version(stores, code, own);
  };

  return {
    all: (stores) => {
      const newest = newestOf(stores);
      return [...new Set([...shippedOnes().keys(), ...newest.keys()])].flatMap(
        (code) => inForce(stores, code, newest) ?? [],
      );
    },
    current: (stores, code) => inForce(stores, code, newestOf(stores)),
    version,
    isShipped: (code) => shippedOnes().has(code),
    isActive: (stores, { code, isActive = true }) => stores.processes.switches().get(code) ?? isActive,
    freeze: (stores, definition, at) => {
      const { code, version: number } = definition;
      if (kept.has(`${code}@${number}`) || stores.processes.definition(code, number) !== null) return;
      stores.processes.saveDefinition({
        code,
        version: number,
        state: 'released',
        body: definition,
        note: '',
        at,
        by: null,
      });
    },
  };
};
