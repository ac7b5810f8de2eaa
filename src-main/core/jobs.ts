import type { WireEvent } from '#shared/contract/wire.ts';

export type Job = {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number, label: string) => void;
  readonly finish: (state: 'done' | 'failed') => void;
};

/** Running commands by id. A job becomes visible with its first progress, so that quick work stays silent. */
export type Jobs = {
  readonly start: (jobId: string, emit: (event: WireEvent) => void) => Job;
  /** True when there was such a job and it was asked to stop. */
  readonly cancel: (jobId: string) => boolean;
};

export const createJobs = (): Jobs => {
  const running = new Map<string, AbortController>();
  return {
    start: (jobId, emit) => {
      const controller = new AbortController();
      running.set(jobId, controller);
      let last: { done: number; total: number; label: string } | null = null;
      const tell = (state: 'running' | 'done' | 'failed' | 'cancelled') => {
        if (last !== null) emit({ type: 'job', jobId, ...last, state });
      };
      return {
        signal: controller.signal,
        progress: (done, total, label) => {
          last = { done, total, label };
          tell('running');
        },
        finish: (state) => {
          running.delete(jobId);
          tell(controller.signal.aborted ? 'cancelled' : state);
        },
      };
    },
    cancel: (jobId) => {
      const controller = running.get(jobId);
      controller?.abort();
      return controller !== undefined;
    },
  };
};
