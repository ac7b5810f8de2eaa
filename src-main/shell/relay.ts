import { wireRequest, type WireMessage } from '#shared/contract/wire.ts';
import type { CoreHost, CoreSession } from '#main/host/core-host.ts';

/** Main's whole part in a call: it passes messages between the page and the core and decides nothing. */
export type Relay = {
  /** A message of the page; what is not of the wire's shape is passed over. */
  readonly receive: (message: unknown) => void;
  /** The page is gone or begins anew: its session ends, and late answers to the old page go nowhere. */
  readonly reset: () => void;
};

export const createRelay = (host: CoreHost, post: (message: WireMessage) => void): Relay => {
  let current: CoreSession | null = null;

  const open = (): CoreSession => {
    const session = host.openSession((event) => {
      if (current === session) post({ event });
    });
    return session;
  };

  return {
    receive: (message) => {
      const request = wireRequest.safeParse(message);
      if (!request.success) return;
      const session = current ?? open();
      current = session;
      void session.call(request.data).then((answer) => {
        if (current === session) post(answer);
      });
    },
    reset: () => {
      current?.close();
      current = null;
    },
  };
};
