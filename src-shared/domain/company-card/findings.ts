import type { CardProblem, CardProblemCode, CardReason, CardSeverity, FieldMark } from './card-reading.ts';

/** Collects what the reader thinks of the fields of one company. */
export type Findings = {
  readonly mark: (field: string, confidence: number, why: CardReason) => void;
  readonly problem: (code: CardProblemCode, field: string, value?: string, severity?: CardSeverity) => void;
  readonly marks: () => FieldMark[];
  readonly problems: () => CardProblem[];
  readonly hasProblem: (field: string) => boolean;
};

const LONGEST_VALUE = 120;

export const createFindings = (): Findings => {
  const marks = new Map<string, FieldMark>();
  const problems: CardProblem[] = [];
  return {
    mark: (field, confidence, why) => marks.set(field, { field, confidence, why }),
    problem: (code, field, value = '', severity = 'stop') => {
      const short = value.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_VALUE);
      if (!problems.some((one) => one.code === code && one.field === field && one.value === short))
        problems.push({ code, field, value: short, severity });
    },
    marks: () => [...marks.values()],
    problems: () => problems,
    hasProblem: (field) => problems.some((one) => one.field === field),
  };
};
