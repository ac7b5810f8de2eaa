import type { z } from 'zod';
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { errorText } from '#shared/text/error-texts.ts';
import { inputReason } from '#shared/text/input-reasons.ts';

/** Where in a file something stands: the file's name and the entry, counted from one as people count. */
export type Place = { readonly file: string; readonly entry: string };

export const problemAt = (place: Place, error: AppError, field = ''): Problem => ({
  code: error.code,
  message: errorText(error),
  where: [place.file, place.entry, field].filter((part) => part !== '').join(', '),
  data: { ...error.data, severity: 'block' },
});

/** One entry of a file by its schema; every wrong field is named. */
export const parseEntry = <Schema extends z.ZodType>(
  schema: Schema,
  entry: unknown,
  place: Place,
): Result<z.output<Schema>, Problem[]> => {
  const parsed = schema.safeParse(entry);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => {
      const field = issue.path.map(String).join('.');
      return problemAt(place, appError('input.invalid', { where: field, reason: inputReason(issue) }), field);
    }),
  );
};
