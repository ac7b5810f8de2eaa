/** What happened, and what to do. Both are whole sentences. */
export type ProblemText = readonly [what: string, hint: string];
export type ProblemTexts = Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => ProblemText>>;

/** The data of a problem as a text; what is neither text nor number has none. */
export const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Quotes a piece of the template; long ones are cut. */
export const quoted = (value: unknown): string => {
  const text = plain(value);
  return `«${text.length > 60 ? `${text.slice(0, 60)}…` : text}»`;
};
