import type { z } from 'zod';
import { appError, type AppError } from '#shared/contract/errors.ts';
import { contract, isMethodName, type MethodName } from '#shared/contract/index.ts';
import type { Method } from '#shared/contract/define.ts';
import type { WireEvent, WireMessage, WireRequest } from '#shared/contract/wire.ts';
import { asId, type CommandId } from '#shared/kernel/id.ts';
import { inputReason } from '#shared/text/input-reasons.ts';
import { StorageError } from '../ports/storage-error.ts';
import type { CallContext, CoreDeps, Handlers, SessionState } from './deps.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { actorOf, lacksRight } from './users/actor.ts';

export type Dispatcher = (
  session: SessionState,
  request: WireRequest,
  emit: (event: WireEvent) => void,
) => Promise<WireMessage>;

/**
 * The one door of the core. Every call is checked here in the same order: known method, well-formed input, known
 * person with the right, not done already; then the use case runs, and whatever goes wrong leaves as a code.
 */
export const createDispatcher = (deps: CoreDeps, handlers: Handlers): Dispatcher => {
  const jobs = createJobs();
  return async (session, request, emit) => {
    const refuse = (error: AppError): WireMessage => {
      const incidentId = deps.random.token(6);
      deps.logger.info('call.refused', { method: request.method, code: error.code, incidentId });
      return { id: request.id, ok: false, error: { ...error, incidentId } };
    };
    if (!isMethodName(request.method))
      return refuse(appError('method.unknown', { method: request.method.slice(0, 60) }));
    const method: Method = contract[request.method];
    const input = method.input.safeParse(request.input);
    if (!input.success) return refuse(invalidInput(input.error));

    const actor = session.userId === null ? null : actorOf(deps, session.userId);
    const lack = lacksRight(method.right, actor);
    if (lack) return refuse(lack);

    const commandId = method.type === 'command' ? commandIdOf(input.data) : null;
    if (commandId !== null) {
      const answered = deps.base.read.commands.answerOf(commandId);
      if (answered !== undefined) return { id: request.id, ok: true, output: answered };
    }
    const context = createContext(deps, { method: request.method, session, actor, commandId, emit, jobs });
    try {
      const answer = await run(handlers, request.method, context.call, input.data);
      context.finish(answer.ok ? 'done' : 'failed');
      return answer.ok ? { id: request.id, ok: true, output: answer.value } : refuse(answer.error);
    } catch (error) {
      context.finish('failed');
      if (error instanceof StorageError) {
        return refuse(error.code === 'disk.full' ? appError('disk.full', {}) : appError('disk.failed', { reason: '' }));
      }
      deps.logger.error('call.failed', {
        method: request.method,
        trace: error instanceof Error ? (error.stack ?? error.message) : 'unknown',
      });
      return refuse(appError('internal', {}));
    }
  };
};

const run = (handlers: Handlers, name: MethodName, context: CallContext, input: unknown) => {
  // The types of a handler and of its input come from the same contract entry; only the lookup by a name known at
  // run time makes the compiler forget it.
  const handler = handlers[name] as (context: CallContext, input: unknown) => ReturnType<Handlers[MethodName]>;
  return handler(context, input);
};

const commandIdOf = (input: unknown): CommandId | null => {
  if (typeof input !== 'object' || input === null || !('commandId' in input)) return null;
  return typeof input.commandId === 'string' ? asId(input.commandId) : null;
};

const invalidInput = (error: z.ZodError): AppError => {
  const [issue] = error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  return appError('input.invalid', { where, reason: issue === undefined ? '' : inputReason(issue) });
};

type ContextParts = Pick<CallContext, 'method' | 'session' | 'actor' | 'commandId' | 'emit'> & { readonly jobs: Jobs };

const createContext = (deps: CoreDeps, parts: ContextParts) => {
  const job = parts.commandId === null ? null : parts.jobs.start(parts.commandId, parts.emit);
  const call: CallContext = {
    method: parts.method,
    session: parts.session,
    actor: parts.actor,
    commandId: parts.commandId,
    emit: parts.emit,
    signal: job?.signal ?? new AbortController().signal,
    progress: (done, total, label) => job?.progress(done, total, label),
    cancelJob: parts.jobs.cancel,
    commit: (action) =>
      deps.base.write((stores) => {
        const output = action(stores);
        if (parts.commandId !== null) stores.commands.remember(parts.commandId, parts.method, deps.clock.now(), output);
        return output;
      }),
  };
  return { call, finish: (state: 'done' | 'failed') => job?.finish(state) };
};
