import type { DiffPiece } from '#renderer/ui/diff-text.tsx';

const SPACE: DiffPiece = { change: 'same', text: ' ' };

/** Pieces of a compared text come without the spaces between them: before a word stands one, before a sign none. */
export const spacedPieces = (pieces: readonly DiffPiece[]): readonly DiffPiece[] =>
  pieces.flatMap((piece, index) => (index > 0 && /^[\p{L}\p{N}«(№]/u.test(piece.text) ? [SPACE, piece] : [piece]));
