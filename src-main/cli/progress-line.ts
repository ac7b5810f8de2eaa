import type { WriteStream } from 'node:tty';
import type { WireEvent } from '#shared/contract/wire.ts';

export type ProgressLine = { readonly show: (event: WireEvent) => void; readonly clear: () => void };

/** One line of progress that rewrites itself on a terminal; a log file or a pipe gets none. */
export const createProgressLine = (stream: NodeJS.WriteStream | WriteStream): ProgressLine => {
  let isShown = false;
  return {
    show: (event) => {
      if (!stream.isTTY || event.type !== 'job' || event.state !== 'running') return;
      isShown = true;
      stream.write(`\r\u001B[K${event.done} из ${event.total} · ${event.label}`);
    },
    clear: () => {
      if (isShown) stream.write('\r\u001B[K');
    },
  };
};
