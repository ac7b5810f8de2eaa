import { namesOf } from '#shared/domain/document/titles.ts';
import { registerSum } from '#shared/domain/document/sides/document-side.ts';
import type { DocumentKind, IssuedDocument } from '#shared/domain/document/document.ts';
import type { Finding } from '#shared/domain/document/preflight.ts';
import { datesOf, shipmentDateOf } from '#shared/domain/document/usual-date.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Kopecks } from '#shared/kernel/money.ts';
import type { CoreDeps } from '../deps.ts';
import { checkPack } from './check.ts';
import { crossCheckPack } from './cross-check-pack.ts';
import { composeCase, missingOf, readCase, sourceOf, sourceOfIssued, type PackCase } from './read-case.ts';
import { isStale } from './stale.ts';

export type SheetState = 'planned' | 'blocked' | 'issued' | 'stale';

/** One document of an order's pack as it stands now. */
export type Sheet = {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly letter: string;
  readonly reason: string;
  readonly state: SheetState;
  readonly sum: Kopecks;
  /** What it would come to if it were made now; differs from `sum` only in a stale one. */
  readonly sumNow: Kopecks;
  readonly document: IssuedDocument | null;
};

export type Standing = {
  readonly pack: PackCase;
  readonly sheets: readonly Sheet[];
  readonly findings: readonly Finding[];
  readonly checkedRules: number;
};

/** Where an order's pack stands: which sheets exist, which may be issued, which would be refused and why. */
export const standingOf = (deps: Pick<CoreDeps, 'base' | 'clock' | 'hash'>, order: Order): Standing => {
  const today = deps.clock.today();
  const pack = readCase(deps.base.read, order);
  const dates = datesOf(order, today);
  const composed = composeCase(pack, shipmentDateOf(order, today));
  const extra = [...pack.issuedByKind.keys()].filter((kind) => composed.every((item) => item.kind !== kind));
  const items = [...composed, ...extra.map((kind) => ({ kind, reason: 'Выпущен отдельно от комплекта' }))];
  const missing = missingOf(
    pack,
    items.map(({ kind }) => kind),
  );
  const { findings: own, checkedRules } = checkPack(deps.base.read, pack, missing, dates, today);
  const findings = [...own, ...crossCheckPack(deps, pack)];
  const sheets = items.map(({ kind, reason }): Sheet => {
    const document = pack.issuedByKind.get(kind) ?? null;
    const { title, letter } = namesOf(kind);
    const state = stateOf(deps, pack, document, kind, findings);
    const sumNow =
      document !== null && state !== 'stale'
        ? document.sum
        : registerSum(document === null ? sourceOf(pack, kind, '', dates(kind)) : sourceOfIssued(pack, document)).gross;
    return { kind, title, letter, reason, document, state, sumNow, sum: document?.sum ?? sumNow };
  });
  return { pack, sheets, findings, checkedRules };
};

const stateOf = (
  deps: Pick<CoreDeps, 'hash'>,
  pack: PackCase,
  document: IssuedDocument | null,
  kind: DocumentKind,
  findings: readonly Finding[],
): SheetState => {
  if (document !== null) return isStale(deps, pack, document) ? 'stale' : 'issued';
  return findings.some((finding) => finding.kind === kind && finding.severity === 'block') ? 'blocked' : 'planned';
};
