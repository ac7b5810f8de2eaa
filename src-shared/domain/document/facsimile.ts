/** A picture of a stamp, or of the hand of one signatory (documents.md §4). */
export const FACSIMILE_PARTS = ['stamp', 'signature'] as const;
export type FacsimilePart = (typeof FACSIMILE_PARTS)[number];

/** The bookmarks of a form over which the pictures are laid; a template of one's own may have them too. */
export const FACSIMILE_PLACES: Readonly<Record<FacsimilePart, string>> = { stamp: 'Печать', signature: 'Подпись' };

/** A picture as it was laid on a document: the bytes are found by their hash, so that a reprint equals the print. */
export type LaidPicture = {
  readonly part: FacsimilePart;
  readonly sha256: string;
  /** Millimetres on paper. */
  readonly widthMm: number;
  readonly heightMm: number;
};
