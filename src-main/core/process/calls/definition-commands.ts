import { appError, type AppError } from '#shared/contract/errors.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { parseDefinition } from '#shared/domain/process/parse-definition.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { WriteStores } from '../../../ports/base.ts';
import { recordAudit } from '../../audit.ts';
import type { CallContext, Handler } from '../../deps.ts';
import { rivalOf } from '../order-process.ts';
import { findVersion } from './definition-queries.ts';
import type { ProcessDeps } from './process-deps.ts';

const titleIn = (json: Readonly<Record<string, unknown>>): string =>
  typeof json['title'] === 'string' ? json['title'] : '';

export const brokenError = (title: string, problems: readonly Problem[]): AppError =>
  appError('process.broken', { title, count: problems.length, problems: [...problems] });

/** The next number: of the versions kept here and of the one that came with the program. */
const nextVersion = (deps: ProcessDeps, stores: Pick<WriteStores, 'processes'>, code: string): number => {
  const own = stores.processes.definitions().filter((each) => each.code === code);
  const draft = own.find(({ state }) => state === 'draft');
  const newest = deps.runner.library.current(stores, code)?.version ?? 0;
  return draft?.version ?? Math.max(newest, ...own.map(({ version }) => version), 0) + 1;
};

const save = (deps: ProcessDeps, context: CallContext, stores: WriteStores, definition: ProcessDefinition): number => {
  const { user } = requireDefined(context.actor, 'the acting person');
  const version = nextVersion(deps, stores, definition.code);
  const at = deps.clock.now();
  const body = { ...definition, version };
  stores.processes.saveDefinition({ code: definition.code, version, state: 'draft', body, note: '', at, by: user.id });
  return version;
};

const record = (
  deps: ProcessDeps,
  context: CallContext,
  stores: WriteStores,
  action: string,
  code: string,
  after: unknown,
): void =>
  recordAudit(deps, context, stores, {
    action,
    entity: 'process',
    entityId: code,
    before: null,
    after,
    right: 'processes.edit',
  });

/** Nobody works by a draft: even one with mistakes in its rules may be kept, as long as it has the shape of a definition. */
export const saveDraft =
  (deps: ProcessDeps): Handler<'processes.saveDraft'> =>
  (context, { definition: json }) => {
    const parsed = parseDefinition({ ...json, version: 1 });
    const problems = parsed.ok ? [] : parsed.error;
    const isShapeless = problems.some(({ code }) => code === 'process.shape');
    if (isShapeless) return err(brokenError(titleIn(json), problems));
    const definition = json as ProcessDefinition;
    const saved = context.commit((stores) => {
      const version = save(deps, context, stores, definition);
      record(deps, context, stores, 'process.draftSaved', definition.code, { version });
      return { ok: problems.length === 0, problems: [...problems], code: definition.code, version };
    });
    context.emit({ type: 'changed', entity: 'process', id: '' });
    return ok(saved);
  };

const draftOf = (deps: ProcessDeps, code: string) => {
  const { processes } = deps.base.read;
  const head = processes.definitions().find((each) => each.code === code && each.state === 'draft');
  return head === undefined ? null : processes.definition(code, head.version);
};

export const releaseProcess =
  (deps: ProcessDeps): Handler<'processes.release'> =>
  (context, { code, note }) => {
    const known = findVersion(deps, deps.base.read, code, undefined);
    if (known === null) return err(appError('process.unknown', { process: code }));
    const draft = draftOf(deps, code);
    if (draft === null) return err(appError('process.noDraft', { title: known.title }));
    const checked = parseDefinition(draft.body);
    if (!checked.ok) return err(brokenError(known.title, checked.error));
    const { library } = deps.runner;
    const isAtWork = library.isActive(deps.base.read, checked.value);
    const rival = isAtWork ? rivalOf(deps.base.read, library, checked.value) : null;
    if (rival !== null) return err(channelTaken(rival));
    const { user } = requireDefined(context.actor, 'the acting person');
    const { version } = draft;
    const running = deps.base.read.processes.countVersions().filter((each) => each.code === code);
    const released = context.commit((stores) => {
      stores.processes.saveDefinition({ ...draft, state: 'released', note, at: deps.clock.now(), by: user.id });
      record(deps, context, stores, 'process.released', code, { version, note });
      return { code, version, running: running.reduce((sum, each) => sum + each.running, 0) };
    });
    context.emit({ type: 'changed', entity: 'process', id: '' });
    return ok(released);
  };

const channelTaken = ({ title, channel = '' }: ProcessDefinition): AppError =>
  appError('process.channelTaken', { title, channel });

export const discardDraft =
  (deps: ProcessDeps): Handler<'processes.discardDraft'> =>
  (context, { code }) => {
    const known = findVersion(deps, deps.base.read, code, undefined);
    if (known === null) return err(appError('process.unknown', { process: code }));
    if (draftOf(deps, code) === null) return err(appError('process.noDraft', { title: known.title }));
    const dropped = context.commit((stores) => {
      stores.processes.dropDraft(code);
      record(deps, context, stores, 'process.draftDiscarded', code, null);
      return { code };
    });
    context.emit({ type: 'changed', entity: 'process', id: '' });
    return ok(dropped);
  };

export const switchProcess =
  (deps: ProcessDeps): Handler<'processes.switch'> =>
  (context, { code, isActive }) => {
    const { library } = deps.runner;
    const definition = library.current(deps.base.read, code);
    if (definition === null) return err(appError('process.unknown', { process: code }));
    const rival = isActive ? rivalOf(deps.base.read, library, definition) : null;
    if (rival !== null) return err(channelTaken(rival));
    const answer = context.commit((stores) => {
      stores.processes.switchDefinition(code, isActive);
      record(deps, context, stores, 'process.switched', code, { isActive });
      return { code, isActive };
    });
    context.emit({ type: 'changed', entity: 'process', id: '' });
    return ok(answer);
  };

export const copyProcess =
  (deps: ProcessDeps): Handler<'processes.copy'> =>
  (context, { code, newCode, title }) => {
    const known = findVersion(deps, deps.base.read, code, undefined);
    if (known === null) return err(appError('process.unknown', { process: code }));
    if (findVersion(deps, deps.base.read, newCode, undefined) !== null)
      return err(appError('process.codeTaken', { code: newCode }));
    const copied = parseDefinition({ ...known, code: newCode, title, version: 1, isActive: false });
    if (!copied.ok) return err(brokenError(title, copied.error));
    const made = context.commit((stores) => {
      const version = save(deps, context, stores, copied.value);
      record(deps, context, stores, 'process.copied', newCode, { from: code });
      return { code: newCode, version };
    });
    context.emit({ type: 'changed', entity: 'process', id: '' });
    return ok(made);
  };
