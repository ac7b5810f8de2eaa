import type { AppError } from '#shared/contract/errors.ts';
import { formatNumber, numberClassOf } from '#shared/domain/document/numbering.ts';
import type { Finding } from '#shared/domain/document/preflight.ts';
import type { AccountSource } from '#shared/domain/papers/account-source.ts';
import { checkPaper } from '#shared/domain/papers/paper-rules.ts';
import { parseIsoDate, yearOf } from '#shared/kernel/date.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { NumberSeriesKey } from '../../ports/base.ts';
import type { CoreDeps } from '../deps.ts';
import { readPaper, readSides, type PaperRequest } from './read-paper.ts';

/** A paper as it would be issued now: nothing is taken yet. */
export type PlannedPaper = {
  readonly source: AccountSource;
  readonly series: NumberSeriesKey;
  /** Position of the series that the paper takes. */
  readonly taken: number;
  readonly findings: readonly Finding[];
};

/** Reads what the paper is made from, foresees its number and checks it. */
export const planPaper = (
  { base, clock }: Pick<CoreDeps, 'base' | 'clock'>,
  request: PaperRequest,
): Result<PlannedPaper, AppError> => {
  const today = clock.today();
  const sides = readSides(base.read, request, today);
  if (!sides.ok) return sides;
  const { organisation, date } = sides.value;
  const numberClass = numberClassOf(request.kind, null);
  const series = { organisationId: organisation.party.id, numberClass, year: yearOf(date) };
  const taken = base.read.numbers.next(series);
  const number = formatNumber(organisation.numberPrefix, taken, numberClass, series.year);
  const source = readPaper(base.read, request, sides.value, number);
  if (!source.ok) return source;
  const closed = parseIsoDate(base.read.settings.get('period.closedUntil') ?? '');
  const { findings } = checkPaper(source.value, {
    today,
    closedPeriodUntil: closed.ok ? closed.value : null,
    isNumberTaken: (text) => base.read.documents.isNumberTaken(series.organisationId, numberClass, series.year, text),
  });
  return ok({ source: source.value, series, taken, findings });
};
