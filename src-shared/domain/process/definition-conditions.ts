import { z } from 'zod';

/** Codes are ours, Latin, and never shown: labels are. */
export const codeSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(?:-[a-z0-9]+)*$/u)
  .max(60);

export const scalarSchema = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);
export type Scalar = z.infer<typeof scalarSchema>;

/** A value, or what another field of the same record holds. */
const operandSchema = z.union([scalarSchema, z.strictObject({ field: codeSchema })]);
export type Operand = z.infer<typeof operandSchema>;

/** What must hold (EN-06, EN-11). Fields of a set's element are named inside `all` and `some`. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { field: string; is: Scalar | Scalar[] }
  | { field: string; filled: boolean }
  | { field: string; compare: (typeof COMPARISONS)[number]; with: Operand }
  | { stage: string[] }
  | { closed: string[] }
  | { open: string[] }
  | { result: string; is: string }
  | { set: string; every: Condition }
  | { set: string; some: Condition }
  | { set: string; isEmpty: boolean };

export const COMPARISONS = ['eq', 'gt', 'gte', 'lt', 'lte'] as const;

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).max(50) }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(50) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ field: codeSchema, is: z.union([scalarSchema, z.array(scalarSchema).min(1)]) }),
    z.strictObject({ field: codeSchema, filled: z.boolean() }),
    z.strictObject({ field: codeSchema, compare: z.enum(COMPARISONS), with: operandSchema }),
    z.strictObject({ stage: z.array(codeSchema).min(1) }),
    z.strictObject({ closed: z.array(codeSchema).min(1) }),
    z.strictObject({ open: z.array(codeSchema).min(1) }),
    z.strictObject({ result: codeSchema, is: codeSchema }),
    z.strictObject({ set: codeSchema, every: conditionSchema }),
    z.strictObject({ set: codeSchema, some: conditionSchema }),
    z.strictObject({ set: codeSchema, isEmpty: z.boolean() }),
  ]),
);
