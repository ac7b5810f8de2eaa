import type { WireError } from '#shared/contract/errors.ts';

/** A refusal of the core in the form that TanStack Query carries; `wire` has the code for the text and the button. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly wire: WireError;

  constructor(wire: WireError) {
    super(wire.code);
    this.wire = wire;
  }
}
