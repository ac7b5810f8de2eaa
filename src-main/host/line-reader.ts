const NEWLINE = 0x0a;

/**
 * Cuts a stream of bytes into lines. A line longer than `limit()` bytes calls `onTooLong` and nothing is read any more;
 * the limit is asked for each piece, because a stranger gets less room than a friend.
 */
export const createLineReader = (
  limit: () => number,
  onLine: (line: string) => void,
  onTooLong: () => void,
): ((chunk: Uint8Array) => void) => {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let isStopped = false;

  /** False: the line has become too long. */
  const add = (piece: Uint8Array): boolean => {
    pieces.push(piece);
    length += piece.byteLength;
    if (length <= limit()) return true;
    isStopped = true;
    pieces = [];
    onTooLong();
    return false;
  };

  return (chunk) => {
    if (isStopped) return;
    let rest = chunk;
    while (rest.byteLength > 0) {
      const end = rest.indexOf(NEWLINE);
      const hasRoom = add(end === -1 ? rest : rest.subarray(0, end));
      if (end === -1 || !hasRoom) return;
      rest = rest.subarray(end + 1);
      const line = Buffer.concat(pieces).toString('utf8');
      pieces = [];
      length = 0;
      onLine(line);
    }
  };
};
