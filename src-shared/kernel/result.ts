/** The outcome of something that a user's data may make impossible. What only a programmer can cause is thrown instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Turns a list of results into a result of a list; all errors are kept, not only the first. */
export const collect = <T, E>(results: readonly Result<T, E>[]): Result<T[], E[]> => {
  const errors = results.flatMap((result) => (result.ok ? [] : [result.error]));
  if (errors.length > 0) return err(errors);
  return ok(results.flatMap((result) => (result.ok ? [result.value] : [])));
};
