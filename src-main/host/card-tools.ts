import type { Extracted } from '#main/exchange/company-card/extraction.ts';
import { extractionProblem } from '#main/exchange/company-card/extraction-texts.ts';
import { readCardApart } from '#main/exchange/company-card/read-card-apart.ts';
import type { CardParty, CompanyReading } from '#shared/domain/company-card/card-reading.ts';
import { cardProblemToProblem, REASON_TEXTS } from '#shared/domain/company-card/card-texts.ts';
import { recogniseCard } from '#shared/domain/company-card/recognise-card.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/** A company of a card: the party, how sure the reader is of each field (0…1), why, and what to look at. */
export type CompanyAnswer = {
  readonly party: CardParty;
  readonly confidence: Readonly<Record<string, number>>;
  readonly why: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
};

/** `others`: further companies of the same file. */
export type CardAnswer = CompanyAnswer & { readonly others: readonly CompanyAnswer[] };

/** Reads a company card from the bytes of a file; needs no base and changes nothing. A file that is not read at all is an error. */
export const parseCard = async (
  bytes: Uint8Array,
  read: (bytes: Uint8Array) => Promise<Extracted> = readCardApart,
): Promise<Result<CardAnswer, readonly Problem[]>> => {
  const rows = await read(bytes);
  if (!rows.ok) return err([extractionProblem(rows.error)]);
  const reading = recogniseCard(rows.value);
  const answer = answerOf(reading);
  const isNothing = reading.problems.some(({ code }) => code === 'card.nothingFound');
  return isNothing ? err(answer.problems) : ok({ ...answer, others: reading.others.map(answerOf) });
};

const answerOf = ({ party, marks, problems }: CompanyReading): CompanyAnswer => ({
  party,
  confidence: Object.fromEntries(marks.map(({ field, confidence }) => [field, confidence])),
  why: Object.fromEntries(marks.map(({ field, why }) => [field, REASON_TEXTS[why]])),
  problems: problems.map(cardProblemToProblem),
});
