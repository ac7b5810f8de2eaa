import type { WireEvent, WireMessage, WireRequest } from '#shared/contract/wire.ts';
import type { CoreHost } from '#main/host/core-host.ts';

export type FakeCore = CoreHost & {
  readonly openSessions: () => number;
  readonly emit: (event: WireEvent) => void;
};

/** A core that repeats what it is asked; `test.silent` never answers. Each of `special` overrides a method. */
export const createFakeCore = (
  special: Readonly<Record<string, (request: WireRequest) => Promise<WireMessage>>> = {},
): FakeCore => {
  const listeners = new Set<(event: WireEvent) => void>();
  return {
    openSession: (onEvent) => {
      listeners.add(onEvent);
      return {
        call: (request) => {
          const handler = special[request.method];
          if (handler !== undefined) return handler(request);
          if (request.method === 'test.silent') return new Promise(() => {});
          return Promise.resolve({
            id: request.id,
            ok: true,
            output: { method: request.method, input: request.input },
          });
        },
        close: () => listeners.delete(onEvent),
      };
    },
    close: () => Promise.resolve(),
    openSessions: () => listeners.size,
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
};
