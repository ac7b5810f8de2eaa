import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Refusal } from '#shared/domain/process/events.ts';
import type { WriteStores } from '../../ports/base.ts';

/** Carries the reasons out of the transaction, so that what the event had done up to there is taken back with it. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super('refused');
    this.refusals = refusals;
  }
}

type Write = <T>(action: (stores: WriteStores) => T) => T;

/** One transaction that a refusal takes back whole; what it returns is the answer itself, so that a command may be remembered by it. */
export const attempt = <T>(
  write: Write,
  action: (stores: WriteStores) => Result<T, readonly Refusal[]>,
): Result<T, readonly Refusal[]> => {
  try {
    return ok(
      write((stores) => {
        const answer = action(stores);
        if (!answer.ok) throw new Refused(answer.error);
        return answer.value;
      }),
    );
  } catch (error) {
    if (error instanceof Refused) return err(error.refusals);
    throw error;
  }
};
