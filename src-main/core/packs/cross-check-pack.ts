import { crossCheck } from '#shared/domain/cross-check/cross-check.ts';
import type { Finding } from '#shared/domain/document/preflight.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { initialsAfter } from '#shared/domain/grammar/initials.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { CoreDeps } from '../deps.ts';
import { sourceOfIssued, type PackCase } from './read-case.ts';
import { isStale } from './stale.ts';

/**
 * The issued papers of an order against one another and against the order. Papers that all print the order of now agree
 * by themselves, so that nothing is read while none of them is stale.
 */
export const crossCheckPack = (deps: Pick<CoreDeps, 'base' | 'hash'>, pack: PackCase): readonly Finding[] => {
  const issued = [...pack.issuedByKind.values()];
  if (!issued.some((document) => isStale(deps, pack, document))) return [];
  const limited = pack.organisation.party.signatories.filter(({ scope }) => scope.length > 0).map(initialsAfter);
  const papers = issued.map((document) => {
    const { id, kind, number, version } = document;
    const snapshot = requireDefined(deps.base.read.documents.snapshotOf(id, version), 'the snapshot of a document');
    return { issued: { ...snapshot, kind, number }, now: { ...viewOf(sourceOfIssued(pack, document)), kind, number } };
  });
  return crossCheck(papers, limited);
};
