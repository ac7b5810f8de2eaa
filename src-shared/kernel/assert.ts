/** Thrown for a mistake of the program itself; never for what a user or a stranger's file can cause. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** The value, or a thrown `InvariantError` when it is absent. `what` names it for the developer who reads the trace. */
export const requireDefined = <T>(value: T | null | undefined, what: string): T => {
  if (value === null || value === undefined) throw new InvariantError(`expected ${what} to be present`);
  return value;
};
