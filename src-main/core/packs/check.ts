import { runPreflight } from '#shared/domain/preflight/run-preflight.ts';
import type { Finding } from '#shared/domain/document/preflight.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { DatesOf } from '#shared/domain/document/usual-date.ts';
import type { Medium } from '#shared/domain/party/party.ts';
import { parseIsoDate, type IsoDate } from '#shared/kernel/date.ts';
import type { ReadStores } from '../../ports/base.ts';
import { readCheckSettings } from '../pack-rules/check-settings.ts';
import { planPack, type PlannedDocument } from './plan-pack.ts';
import { setOffOn } from './read-advances.ts';
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
  dates: DatesOf,
  today: IsoDate,
  wantedMedium: Medium | null = null,
): PackCheck => checkPlanned(stores, pack, planPack(stores, pack, kinds, dates).documents, today, wantedMedium);

/** The same over documents already planned; one that takes the place of its own earlier version keeps its number. */
export const checkPlanned = (
  stores: ReadStores,
  pack: PackCase,
  documents: readonly PlannedDocument[],
  today: IsoDate,
  wantedMedium: Medium | null = null,
): PackCheck => {
  const closed = parseIsoDate(stores.settings.get('period.closedUntil') ?? '');
  const duplicates = pack.buyer.inn === '' ? 0 : stores.parties.countWithTaxId(pack.buyer.inn, pack.buyer.kpp) - 1;
  const twins = stores.parties.namesakesOf(pack.buyer).map(({ inn, shortName }) => inn || shortName);
  const { marginPercent, forwarderRegistry } = readCheckSettings(stores);
  const hasFactura =
    documents.some(({ series }) => series.numberClass === 'factura') ||
    [...pack.issuedByKind.values()].some(({ numberClass }) => numberClass === 'factura');
  const results = documents.map(({ source, series, earlier }) =>
    runPreflight(source, {
      today,
      openAdvances: setOffOn(pack.advances, source.date),
      offsetAdvances: source.offsetAdvances ?? [],
      isNumberTaken: (text) =>
        earlier?.number !== text &&
        stores.documents.isNumberTaken(series.organisationId, series.numberClass, series.year, text),
      closedPeriodUntil: closed.ok ? closed.value : null,
      templateProblems: [],
      duplicatesOfBuyer: Math.max(0, duplicates),
      twinsOfBuyer: twins,
      wantedMedium,
      hasFactura,
      marginLimitPercent: marginPercent,
      blocksWithoutForwarderRegistry: forwarderRegistry === 'block',
    }),
  );
  return {
    checkedRules: results.reduce((count, result) => count + result.checkedRules, 0),
    findings: results.flatMap((result) => result.findings),
  };
};
