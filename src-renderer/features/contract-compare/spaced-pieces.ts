import type { DiffPiece } from '#renderer/ui/diff-text.tsx';

/** Pieces of a compared text come without the spaces between them: a word begins with one, a sign does not. */
export const spacedPieces = (pieces: readonly DiffPiece[]): readonly DiffPiece[] =>
  pieces.map((piece, index) =>
    index > 0 && /^[\p{L}\p{N}«(№]/u.test(piece.text) ? { ...piece, text: ` ${piece.text}` } : piece,
  );
