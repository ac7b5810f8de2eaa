import type { StatementWarning, WarningData } from '#shared/domain/bank/remarks.ts';
import { MOST_WARNINGS_OF_A_KIND } from './limits.ts';

export type WarningLog = {
  readonly add: <Code extends keyof WarningData>(code: Code, line: number | null, data: WarningData[Code]) => void;
  /** Only the first time that this kind says the same of the same subject. */
  readonly addOnce: <Code extends keyof WarningData>(
    code: Code,
    subject: string,
    line: number,
    data: WarningData[Code],
  ) => void;
  readonly take: (warning: StatementWarning) => void;
  /** What was noted, and how much more there was of each kind. */
  readonly all: () => StatementWarning[];
};

export const createWarningLog = (): WarningLog => {
  const warnings: StatementWarning[] = [];
  const counts = new Map<string, number>();
  const subjects = new Map<string, Set<string>>();

  const take = (warning: StatementWarning): void => {
    const count = (counts.get(warning.code) ?? 0) + 1;
    counts.set(warning.code, count);
    if (count <= MOST_WARNINGS_OF_A_KIND) warnings.push(warning);
  };

  const add: WarningLog['add'] = (code, line, data) => {
    // The pair was checked by this very signature; only the union loses the connection.
    take({ code, line, data } as StatementWarning);
  };

  return {
    take,
    add,
    addOnce: (code, subject, line, data) => {
      const said = subjects.get(code) ?? new Set<string>();
      subjects.set(code, said);
      if (said.has(subject)) return;
      // Past the limit the subjects are not remembered either: a hostile file must not fill the memory with them.
      if (said.size <= MOST_WARNINGS_OF_A_KIND) said.add(subject);
      add(code, line, data);
    },
    all: () => [
      ...warnings,
      ...[...counts].flatMap(([code, count]): StatementWarning[] =>
        count <= MOST_WARNINGS_OF_A_KIND
          ? []
          : [{ code: 'warnings.more', line: null, data: { code, count: count - MOST_WARNINGS_OF_A_KIND } }],
      ),
    ],
  };
};
