/**
 * Keys of other systems (CRM tokens, mail passwords), encrypted by the operating system for this user.
 * Only main can do this; elsewhere nothing is kept and nothing is found.
 */
export type Secrets = {
  readonly read: (name: string) => Promise<string | null>;
  /** Null forgets the secret. False: the system has no safe place, nothing was written. */
  readonly write: (name: string, value: string | null) => Promise<boolean>;
};
