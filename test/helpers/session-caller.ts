import type { WireError } from '#shared/contract/errors.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '#shared/contract/index.ts';
import type { WireEvent } from '#shared/contract/wire.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CoreHost } from '#main/host/core-host.ts';

export type Caller = <Name extends MethodName>(
  name: Name,
  input: InputOf<Name>,
) => Promise<Result<OutputOf<Name>, WireError>>;

/** A person at work over a host of the core, wherever it runs. */
export const sessionCaller = async (
  host: CoreHost,
  login: string,
  onEvent: (event: WireEvent) => void = () => undefined,
): Promise<Caller> => {
  const session = host.openSession(onEvent);
  let lastId = 0;
  const call: Caller = async <Name extends MethodName>(name: Name, input: InputOf<Name>) => {
    const message = await session.call({ id: (lastId += 1), method: name, input });
    if ('event' in message) throw new Error('an event is no answer');
    if (!message.ok) return err(message.error);
    return ok(contract[name].output.parse(message.output) as OutputOf<Name>);
  };
  const entered = await call('session.enter', { login });
  if (!entered.ok) throw new Error(`not let in: ${entered.error.code}`);
  return call;
};
