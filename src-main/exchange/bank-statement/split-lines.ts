/** One line without its end: the characters of `text` from `from` to `to`, not cut out because most of it is never needed. */
export type TakeLine = (text: string, from: number, to: number) => void;

export type LineSplitter = {
  readonly push: (text: string) => void;
  /** The last line, when nothing ends it. */
  readonly end: () => void;
  /** Characters of a line that is not over yet. */
  readonly pending: () => string;
};

/**
 * Cuts text that comes in pieces into lines that end with CRLF, LF or CR (formats §1.6 rule 2). Each character is looked at
 * once: the unfinished line is only joined, never searched again.
 */
export const createLineSplitter = (onLine: TakeLine): LineSplitter => {
  let tail = '';
  let isAfterReturn = false;

  const push = (text: string): void => {
    let from = isAfterReturn && text.startsWith('\n') ? 1 : 0;
    if (text !== '') isAfterReturn = false;
    let nextReturn = text.indexOf('\r', from);
    let nextFeed = text.indexOf('\n', from);
    for (;;) {
      // A mark that is not there is not looked for again: else a file of one kind of line ends costs a square.
      if (nextReturn !== -1 && nextReturn < from) nextReturn = text.indexOf('\r', from);
      if (nextFeed !== -1 && nextFeed < from) nextFeed = text.indexOf('\n', from);
      const isReturn = nextReturn !== -1 && (nextFeed === -1 || nextReturn < nextFeed);
      const at = isReturn ? nextReturn : nextFeed;
      if (at === -1) break;
      if (tail === '') {
        onLine(text, from, at);
      } else {
        const line = tail + text.slice(from, at);
        tail = '';
        onLine(line, 0, line.length);
      }
      from = at + 1;
      if (isReturn && from === text.length) isAfterReturn = true;
      else if (isReturn && nextFeed === from) from += 1;
    }
    tail += text.slice(from);
  };

  return {
    push,
    end: () => {
      if (tail !== '') onLine(tail, 0, tail.length);
      tail = '';
    },
    pending: () => tail,
  };
};
