import type { WireEvent } from '#shared/contract/wire.ts';

export type Job = Extract<WireEvent, { type: 'job' }>;

/** Work that goes on now, in the order it began; what has ended leaves the line. */
export const withEvent = (jobs: readonly Job[], event: WireEvent): readonly Job[] => {
  if (event.type !== 'job') return jobs;
  if (event.state !== 'running') return jobs.filter(({ jobId }) => jobId !== event.jobId);
  return jobs.some(({ jobId }) => jobId === event.jobId)
    ? jobs.map((job) => (job.jobId === event.jobId ? event : job))
    : [...jobs, event];
};
