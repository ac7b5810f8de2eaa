import { QueryClient } from '@tanstack/react-query';

/**
 * The core lives on this computer: an answer is never «offline», a failed call is a failed call, and freshness comes
 * from the core's events, not from timers or from returning to the window.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
