import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { storageErrorOf } from './atomic-write.ts';
import type { Clock } from '../ports/clock.ts';
import type { LogFields, Logger } from '../ports/logger.ts';

/** One JSON object a line. Where lines go is the caller's choice: a file, stderr, a list in a test. */
export const createLogger = (clock: Clock, writeLine: (line: string) => void): Logger => {
  const log =
    (level: 'info' | 'error') =>
    (event: string, fields: LogFields = {}) => {
      writeLine(JSON.stringify({ at: clock.now(), level, event, ...fields }));
    };
  return { info: log('info'), error: log('error') };
};

const LIMIT_BYTES = 1_000_000;

/** Appends lines to a file; when it is full it becomes `….1`, and the one before that is let go. */
export const fileLines = (path: string, limitBytes = LIMIT_BYTES): ((line: string) => void) => {
  mkdirSync(dirname(path), { recursive: true });
  return (line) => {
    try {
      const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      if (size > limitBytes) renameSync(path, `${path}.1`);
      appendFileSync(path, `${line}\n`);
    } catch (error) {
      // On a full disk the line is let go: the log must not turn a refusal that people understand into a crash.
      storageErrorOf(error);
    }
  };
};
