import type { z } from 'zod';
import type { Right } from '../domain/users/rights.ts';
import type { ErrorCode } from './errors.ts';

/**
 * One call that crosses the border between the window (or the command line) and the core.
 * A query changes nothing. A command carries an id made by its caller: the same id twice is done once.
 */
export type Method<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> = {
  readonly type: 'query' | 'command';
  /** What the acting user must be allowed to; `public` before anybody has entered; `member` for any known person. */
  readonly right: Right | 'public' | 'member';
  readonly input: In;
  readonly output: Out;
  /** Codes this call may answer with besides the common ones. */
  readonly errors: readonly ErrorCode[];
};

export const query = <In extends z.ZodType, Out extends z.ZodType>(
  method: Omit<Method<In, Out>, 'type' | 'errors'> & { errors?: readonly ErrorCode[] },
): Method<In, Out> => ({ errors: [], ...method, type: 'query' });

export const command = <In extends z.ZodType, Out extends z.ZodType>(
  method: Omit<Method<In, Out>, 'type' | 'errors'> & { errors?: readonly ErrorCode[] },
): Method<In, Out> => ({ errors: [], ...method, type: 'command' });
