import type { Problem } from '#shared/kernel/problem.ts';

export const isSerious = ({ data }: Problem): boolean => data['severity'] !== 'warn' && data['severity'] !== 'hint';

/**
 * One line per defect: a missing КПП is one thing to mend, however many documents of the order it stops. Names the order
 * in `where`, because in a batch the reader does not know it otherwise.
 */
export const mergeProblems = (problems: readonly Problem[], order: string): readonly Problem[] => {
  const merged = new Map<string, Problem>();
  for (const problem of problems) {
    const { code, message, where, data } = problem;
    const key = `${code} ${typeof data['field'] === 'string' ? data['field'] : where}`;
    const known = merged.get(key);
    const kinds = [...kindsOf(known), ...(typeof data['kind'] === 'string' ? [data['kind']] : [])];
    const prefix = `Заказ ${order}`;
    merged.set(key, {
      code,
      message: known?.message ?? message,
      where: known?.where ?? (where === '' || where.startsWith(prefix) ? where || prefix : `${prefix} · ${where}`),
      data: { ...data, order, ...(kinds.length > 0 ? { kinds } : {}) },
    });
  }
  return [...merged.values()];
};

const kindsOf = (problem: Problem | undefined): readonly unknown[] => {
  const kinds = problem?.data['kinds'];
  return Array.isArray(kinds) ? kinds : [];
};
