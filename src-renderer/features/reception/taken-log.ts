import type { OutputOf } from '#shared/contract/index.ts';
import type { ErrorText } from '#shared/text/say.ts';

type Answer = OutputOf<'reception.take'>;

/** What came of one code. */
export type Take = { readonly id: string; readonly code: string } & (
  | { readonly outcome: 'checking' }
  | { readonly outcome: 'taken' | 'already'; readonly answer: Answer }
  | { readonly outcome: 'wrong'; readonly refusal: ErrorText }
);

/** The log with the newest first; an answer takes the place of its question. */
export const withTake = (takes: readonly Take[], take: Take): readonly Take[] =>
  takes.some(({ id }) => id === take.id) ? takes.map((one) => (one.id === take.id ? take : one)) : [take, ...takes];

export const takenCount = (takes: readonly Take[]): number => takes.filter(({ outcome }) => outcome === 'taken').length;

/** The newest code that has been answered: what the big words are about. */
export const lastAnswered = (takes: readonly Take[]): Take | null =>
  takes.find(({ outcome }) => outcome !== 'checking') ?? null;
