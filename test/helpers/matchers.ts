import { expect } from 'vitest';

/** Stand for a value inside a larger expected one. */
export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern);
export const anyNumber: unknown = expect.any(Number);
export const anything: unknown = expect.anything();
