import { appError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { parseDefinition } from '#shared/domain/process/parse-definition.ts';
import { sentencesOf } from '#shared/domain/process/sentences.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../../ports/base.ts';
import type { Handler } from '../../deps.ts';
import { Desk } from '../views/desk.ts';
import type { ProcessDeps } from './process-deps.ts';

type Row = OutputOf<'processes.list'>['items'][number];

const rowOf = (deps: ProcessDeps, desk: Desk, definition: ProcessDefinition): Row => {
  const { processes } = deps.base.read;
  const { code } = definition;
  const counts = processes.countVersions().filter((each) => each.code === code);
  const empty = definition.roles.filter((role) => desk.people.ofRole(definition.business, role.code).length === 0);
  return {
    code,
    title: definition.title,
    business: definition.business,
    recordType: definition.recordType,
    channel: definition.channel ?? '',
    version: definition.version,
    isActive: deps.runner.library.isActive(deps.base.read, definition),
    isShipped: deps.runner.library.isShipped(code),
    hasDraft: processes.definitions().some((each) => each.code === code && each.state === 'draft'),
    running: counts.reduce((sum, { running }) => sum + running, 0),
    finished: counts.reduce((sum, { finished }) => sum + finished, 0),
    stages: definition.stages.map(({ code: stage, title, kind }) => ({ code: stage, title, kind })),
    rolesWithoutPeople: empty.map(({ title }) => title),
  };
};

export const listProcesses =
  (deps: ProcessDeps): Handler<'processes.list'> =>
  (_context, { business }) => {
    const desk = new Desk(deps.base.read, deps.runner);
    const asked = [...desk.definitions, ...newDrafts(deps, desk)].filter(
      (each) => business === undefined || each.business === business,
    );
    return ok({ items: asked.map((definition) => rowOf(deps, desk, definition)) });
  };

/** Processes that have nothing but a draft yet. */
const newDrafts = (deps: ProcessDeps, { definitions }: Desk): readonly ProcessDefinition[] =>
  deps.base.read.processes
    .definitions()
    .filter(({ code, state }) => state === 'draft' && !definitions.some((each) => each.code === code))
    .flatMap(({ code, version }) => deps.runner.library.version(deps.base.read, code, version) ?? []);

/** The draft if there is one, else the version in force; a number asks for that one. */
export const findVersion = (
  deps: ProcessDeps,
  stores: ReadStores,
  code: string,
  version: number | undefined,
): ProcessDefinition | null => {
  const { library } = deps.runner;
  if (version !== undefined) return library.version(stores, code, version);
  const draft = stores.processes.definitions().find((each) => each.code === code && each.state === 'draft');
  return draft === undefined ? library.current(stores, code) : library.version(stores, code, draft.version);
};

export const getProcess =
  (deps: ProcessDeps): Handler<'processes.get'> =>
  (_context, { code, version }) => {
    const definition = findVersion(deps, deps.base.read, code, version);
    if (definition === null) return err(appError('process.unknown', { process: code }));
    const desk = new Desk(deps.base.read, deps.runner);
    const checked = parseDefinition(definition);
    return ok({
      ...rowOf(deps, desk, definition),
      definition,
      versions: versionsOf(deps, desk, code),
      problems: checked.ok ? [] : [...checked.error],
      sentences: sentencesOf(definition).map(({ stage, texts }) => ({ stage, texts: [...texts] })),
      roles: definition.roles.map(({ code: role, title }) => ({
        code: role,
        title,
        people: desk.people.ofRole(definition.business, role).map(({ fullName }) => fullName),
      })),
    });
  };

const versionsOf = (deps: ProcessDeps, desk: Desk, code: string): OutputOf<'processes.get'>['versions'] => {
  const { processes } = deps.base.read;
  const counts = processes.countVersions().filter((each) => each.code === code);
  const runningOf = (version: number): number => counts.find((each) => each.version === version)?.running ?? 0;
  const stored = processes.definitions().filter((each) => each.code === code);
  const own = stored.map(({ version, state, note, at, by }) => ({
    version,
    state: by === null && state === 'released' ? ('shipped' as const) : state,
    note,
    at,
    who: by === null ? '' : desk.people.nameOf(asId<'user'>(by)),
    running: runningOf(version),
  }));
  const current = deps.runner.library.current(deps.base.read, code);
  const isKept = current === null || own.some(({ version }) => version === current.version);
  if (isKept) return own.toReversed();
  return [
    { version: current.version, state: 'shipped' as const, note: '', at: null, who: '', running: 0 },
    ...own.toReversed(),
  ];
};

export const checkProcess =
  (): Handler<'processes.check'> =>
  (_context, { definition }) => {
    const parsed = parseDefinition(definition);
    return ok(parsed.ok ? { ok: true, problems: [] } : { ok: false, problems: [...parsed.error] });
  };
