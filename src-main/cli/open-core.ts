import { appError } from '#shared/contract/errors.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '#shared/contract/index.ts';
import type { WireEvent } from '#shared/contract/wire.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { attachCore } from '#main/host/attach.ts';
import { parseAppError } from '#main/host/parse-app-error.ts';
import type { CoreOptions, CoreSession } from '#main/host/core-host.ts';
import type { Core, Output, Refusal } from './command.ts';
import { refusalOf } from './refusal.ts';

const callerOf = (session: CoreSession): Core => {
  let lastId = 0;
  return {
    call: async <Name extends MethodName>(
      name: Name,
      input: InputOf<Name>,
    ): Promise<Result<OutputOf<Name>, Refusal>> => {
      lastId += 1;
      const message = await session.call({ id: lastId, method: name, input });
      if ('event' in message) return err(refusalOf(appError('internal', {})));
      if (!message.ok) return err(refusalOf(parseAppError(message.error)));
      const output = contract[name].output.safeParse(message.output);
      // The schema that was just applied is this name's own; only the generic lookup loses the connection.
      return output.success ? ok(output.data as OutputOf<Name>) : err(refusalOf(appError('internal', {})));
    },
  };
};

/** Opens the core, lets the person in, runs the action and closes everything again. */
export const withCore = async (
  options: CoreOptions,
  person: { readonly login: string; readonly pin: string | undefined },
  onEvent: (event: WireEvent) => void,
  action: (core: Core) => Promise<Result<Output, Refusal>>,
): Promise<Result<Output, Refusal>> => {
  const host = await attachCore(options);
  if (!host.ok) return err(refusalOf(host.error));
  const session = host.value.openSession(onEvent);
  try {
    const core = callerOf(session);
    const entered = await core.call('session.enter', person);
    return entered.ok ? await action(core) : entered;
  } finally {
    session.close();
    await host.value.close();
  }
};
