import { z } from 'zod';
import { appError, ERRORS, wireError, type AppError } from '#shared/contract/errors.ts';

const codeAndData = z.object({ code: wireError.shape.code, data: z.unknown() });

/** A refusal that came through a message; what is not one becomes `internal`. */
export const parseAppError = (message: unknown): AppError => {
  const parsed = codeAndData.safeParse(message);
  if (!parsed.success) return appError('internal', {});
  const { code, data } = parsed.data;
  const checked = ERRORS[code].safeParse(data);
  return checked.success ? appError(code, checked.data) : appError('internal', {});
};
