import { z } from 'zod';
import { codeSchema } from './definition-conditions.ts';

const clockSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
const count = z.number().int().min(-365).max(365);

/** So much later than something; a negative number is earlier. Working units follow the calendar of the company. */
const shiftSchema = z.strictObject({
  minutes: z.number().int().min(-100_000).max(100_000).optional(),
  hours: count.optional(),
  days: count.optional(),
  workingHours: z.number().int().min(0).max(365).optional(),
  workingDays: count.optional(),
  daysOf: codeSchema.optional().describe('Ещё столько дней, сколько стоит в этом поле: отсрочка'),
  time: clockSchema.optional().describe('Время дня вместо полученного'),
  inWorkingTime: z.literal(true).optional().describe('Ночь и выходные откладываются до начала рабочего времени'),
});
export type Shift = z.infer<typeof shiftSchema>;

/** When something is due (EN-19): after now, on a weekday of this week, or around a field of the record. */
export const dueSchema = z.union([
  z.strictObject({ after: shiftSchema }).describe('От текущего момента'),
  z
    .strictObject({ weekday: z.number().int().min(1).max(7), time: clockSchema })
    .describe('День недели и время; праздник переносит срок на рабочий день раньше'),
  z.strictObject({ field: codeSchema, shift: shiftSchema.optional() }).describe('От поля записи'),
  z.strictObject({ endOfDay: z.literal(true) }).describe('Конец рабочего дня'),
]);
export type Due = z.infer<typeof dueSchema>;

/** When a clock rings first; one that goes round may follow its own table from the beginning. */
export const firstRingSchema = z.union([
  dueSchema,
  z.strictObject({ asRepeat: z.literal(true) }).describe('Первый раз – по тому же правилу, что и дальше'),
]);

/** How a timer goes on (EN-29): every so many hours, by a table over a number field, or at fixed times of the day. */
export const repeatSchema = z.union([
  z.strictObject({ minutes: z.number().int().min(1).max(10_080) }),
  z.strictObject({
    by: codeSchema.describe('Числовое поле'),
    table: z
      .array(
        z.strictObject({
          upTo: z.number().nullable().describe('До какого значения включительно; null – всё остальное'),
          hours: z.number().min(0.1).max(168).optional(),
          times: z.array(clockSchema).min(1).optional(),
          inWorkingTime: z
            .literal(true)
            .optional()
            .describe('Что выпало на ночь или выходной, откладывается до начала рабочего времени'),
        }),
      )
      .min(1),
  }),
]);
export type Repeat = z.infer<typeof repeatSchema>;
