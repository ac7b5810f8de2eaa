/** Ids, codes, counts and durations only; never a name, an ИНН, a phone, a text or a token. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

export type Logger = {
  readonly info: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, fields?: LogFields) => void;
};
