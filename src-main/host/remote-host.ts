import { z } from 'zod';
import { wireEvent, wireMessage, wireRequest, type WireEvent, type WireMessage } from '#shared/contract/wire.ts';
import type { Channel } from './channel.ts';
import type { CoreHost, CoreSession } from './core-host.ts';

/** Names of the questions and facts that carry a core over a channel. */
const OPEN = 'session.open';
const CALL = 'session.call';
const CLOSE = 'session.close';
const EVENT = 'session.event';

const sessionInput = z.object({ session: z.number().int() });
const callInput = z.object({ session: z.number().int(), request: wireRequest });
const eventFact = z.object({ session: z.number().int(), event: wireEvent });

/** The core's side: answers one neighbour's sessions. Returns how to end them when the neighbour is gone. */
export const serveHost = (host: CoreHost, channel: Channel): (() => void) => {
  const sessionsById = new Map<number, CoreSession>();
  channel.serve({
    [OPEN]: (input) => {
      const { session } = sessionInput.parse(input);
      sessionsById.get(session)?.close();
      sessionsById.set(
        session,
        host.openSession((event) => channel.tell(EVENT, { session, event })),
      );
      return Promise.resolve(true);
    },
    [CALL]: (input) => {
      const { session, request } = callInput.parse(input);
      const found = sessionsById.get(session);
      if (found === undefined) throw new Error('no such session');
      return found.call(request);
    },
    [CLOSE]: (input) => {
      const { session } = sessionInput.parse(input);
      sessionsById.get(session)?.close();
      sessionsById.delete(session);
      return Promise.resolve(true);
    },
  });
  return () => {
    for (const session of sessionsById.values()) session.close();
    sessionsById.clear();
  };
};

export type RemoteHostDeps = {
  readonly channel: Channel;
  /** Writes the incident down and gives the id by which the log finds it. */
  readonly report: (event: string) => string;
  readonly close: () => Promise<void>;
};

/** The neighbour's side: a core that lives behind a channel. An unreachable core answers `internal`, it never hangs. */
export const createRemoteHost = ({ channel, report, close }: RemoteHostDeps): CoreHost => {
  const listenersById = new Map<number, (event: WireEvent) => void>();
  let lastSession = 0;

  channel.onFact((name, data) => {
    const fact = eventFact.safeParse(data);
    if (name === EVENT && fact.success) listenersById.get(fact.data.session)?.(fact.data.event);
  });

  const refusal = (id: number, event: string): WireMessage => ({
    id,
    ok: false,
    error: { code: 'internal', data: {}, incidentId: report(event) },
  });

  return {
    openSession: (onEvent) => {
      lastSession += 1;
      const session = lastSession;
      listenersById.set(session, onEvent);
      // Messages keep their order, so the first call need not wait for this answer.
      void channel.call(OPEN, { session });
      return {
        call: async (request) => {
          const result = await channel.call(CALL, { session, request });
          if (!result.ok) return refusal(request.id, `core.${result.error}`);
          const message = wireMessage.safeParse(result.value);
          return message.success ? message.data : refusal(request.id, 'core.strangeAnswer');
        },
        close: () => {
          listenersById.delete(session);
          void channel.call(CLOSE, { session });
        },
      };
    },
    close,
  };
};
