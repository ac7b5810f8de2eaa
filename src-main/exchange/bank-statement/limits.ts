/** Limits of one file (formats §1.6 rule 15). */
export const MOST_BYTES = 200 * 1024 * 1024;
export const MOST_DOCUMENTS = 200_000;
export const MOST_LINE_BYTES = 64 * 1024;

/** So many warnings of one kind are kept whole; the others are counted. */
export const MOST_WARNINGS_OF_A_KIND = 100;

/** More accounts or periods than any bank writes: such a file only fills the memory. */
export const MOST_ACCOUNTS = 1_000;

/** Bytes are read by so many; the first block decides the encoding, the header with the fixed words stands in it. */
export const BLOCK_BYTES = 16 * 1024;
