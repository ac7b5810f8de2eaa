/** The only source of ids and keys. */
export type Random = {
  readonly uuid: () => string;
  /** Unguessable text of the given number of random bytes, base64url. */
  readonly token: (bytes: number) => string;
};
