import { useCallback, useState } from 'react';
import { useCommandCall, useConnection, useCoreEvent } from '#renderer/bridge/hooks.ts';
import { jobTexts } from '#renderer/text/job-texts.ts';
import { JobLine } from '#renderer/ui/job-line.tsx';
import { withEvent, type Job } from './running-jobs.ts';

/** Running work in the bottom bar, each with the way to stop it. */
export const JobLines = () => {
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  useCoreEvent(useCallback((event) => setJobs((before) => withEvent(before, event)), []));
  const connection = useConnection();
  // A lost core tells nobody how its work ended.
  if (connection === 'offline' && jobs.length > 0) setJobs([]);
  const { mutate: cancel } = useCommandCall('jobs.cancel');
  if (jobs.length === 0) return <JobLine icon="file-plus" text={jobTexts.idle} />;
  return jobs.map(({ jobId, done, total, label }) => (
    <JobLine
      key={jobId}
      icon="file-plus"
      text={jobTexts.running(done, total, label)}
      progress={{ done, total, failed: 0 }}
      onCancel={() => cancel({ jobId })}
    />
  ));
};
