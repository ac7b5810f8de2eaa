import type { IssuedDocument } from '#shared/domain/document/document.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import type { CoreDeps } from '../deps.ts';
import { fingerprintOf } from './fingerprint.ts';
import { sourceOfIssued, type PackCase } from './read-case.ts';

/** True when the document would print differently if it were made today. */
export const isStale = (deps: Pick<CoreDeps, 'hash'>, pack: PackCase, document: IssuedDocument): boolean =>
  fingerprintOf(deps.hash, viewOf(sourceOfIssued(pack, document))) !== document.contentHash;
