import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/index.ts';
import type { WireEvent } from '#shared/contract/wire.ts';
import { CallError } from './call-error.ts';
import type { Client } from './client.ts';
import { useClient } from './client-context.ts';
import type { ConnectionState } from './transports.ts';

/** Under this key TanStack Query keeps the answer of a call. */
export const callKey = <Name extends MethodName>(name: Name, input: InputOf<Name>) => ['call', name, input] as const;

export type QueryCallOptions = {
  /** False: not asked yet, for questions that depend on another answer. */
  readonly enabled?: boolean;
  /** While the answer to a new input comes, the old one stays on the screen. */
  readonly keepsPrevious?: boolean;
};

/** Asks the core and keeps the answer until the core tells that something has changed. */
export const useQueryCall = <Name extends MethodName>(
  name: Name,
  input: InputOf<Name>,
  { enabled = true, keepsPrevious = false }: QueryCallOptions = {},
): UseQueryResult<OutputOf<Name>, CallError> => {
  const client = useClient();
  return useQuery<OutputOf<Name>, CallError>({
    queryKey: callKey(name, input),
    queryFn: () => valueOf(client, name, input),
    enabled,
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  });
};

/** A command to the core; `mutate` takes its input. Make `commandId` once per intent, so that a retry is recognised. */
export const useCommandCall = <Name extends MethodName>(
  name: Name,
): UseMutationResult<OutputOf<Name>, CallError, InputOf<Name>> => {
  const client = useClient();
  return useMutation<OutputOf<Name>, CallError, InputOf<Name>>({ mutationFn: (input) => valueOf(client, name, input) });
};

/** For the status dot: whether the core can be reached now. */
export const useConnection = (): ConnectionState => {
  const client = useClient();
  return useSyncExternalStore(client.onState, client.state);
};

/** Listens to the core while the component is on the screen. `listener` must be stable (`useCallback`). */
export const useCoreEvent = (listener: (event: WireEvent) => void): void => {
  const client = useClient();
  useEffect(() => client.onEvent(listener), [client, listener]);
};

/**
 * Once at the root: when the core tells of a change, or the connection is back, what is on the screen is asked again.
 * Everything is, because one order shows in lists, packs and counters, and the core is on this machine.
 */
export const useFreshAnswers = (): void => {
  const client = useClient();
  const queryClient = useQueryClient();
  useEffect(() => {
    const refresh = (): void => void queryClient.invalidateQueries({ queryKey: ['call'] });
    const stopEvents = client.onEvent((event) => {
      if (event.type === 'changed') refresh();
    });
    const stopState = client.onState((state) => {
      if (state === 'online') refresh();
    });
    return () => {
      stopEvents();
      stopState();
    };
  }, [client, queryClient]);
};

const valueOf = async <Name extends MethodName>(
  client: Client,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> => {
  const result = await client.call(name, input);
  if (!result.ok) throw new CallError(result.error);
  return result.value;
};
