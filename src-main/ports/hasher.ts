/** SHA-256 of a text as lower-case hex; the fingerprint of what a document was made from. */
export type Hasher = (text: string) => string;
