import { runPreflight } from '#shared/domain/preflight/run-preflight.ts';
import type { Finding } from '#shared/domain/document/preflight.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { parseIsoDate, type IsoDate } from '#shared/kernel/date.ts';
import type { ReadStores } from '../../ports/base.ts';
import { planPack } from './plan-pack.ts';
import type { PackCase } from './read-case.ts';

export type PackCheck = { readonly checkedRules: number; readonly findings: readonly Finding[] };

/**
 * Runs every rule over every document of the pack that is not issued yet and shows all problems at once. The numbers
 * are those the documents would get now.
 */
export const checkPack = (
  stores: ReadStores,
  pack: PackCase,
  kinds: readonly DocumentKind[],
  date: IsoDate,
  today: IsoDate,
): PackCheck => {
  const closed = parseIsoDate(stores.settings.get('period.closedUntil') ?? '');
  const duplicates = pack.buyer.inn === '' ? 0 : stores.parties.countWithTaxId(pack.buyer.inn, pack.buyer.kpp) - 1;
  const results = planPack(stores, pack, kinds, date).documents.map(({ source, series }) =>
    runPreflight(source, {
      today,
      openAdvances: [],
      offsetAdvances: [],
      isNumberTaken: (text) =>
        stores.documents.isNumberTaken(series.organisationId, series.numberClass, series.year, text),
      closedPeriodUntil: closed.ok ? closed.value : null,
      templateProblems: [],
      duplicatesOfBuyer: Math.max(0, duplicates),
    }),
  );
  return {
    checkedRules: results.reduce((count, result) => count + result.checkedRules, 0),
    findings: results.flatMap((result) => result.findings),
  };
};
