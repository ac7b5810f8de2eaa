import { facsimileUses } from '#shared/contract/facsimiles.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { PartyId } from '#shared/kernel/id.ts';
import type { ReadStores } from '../../ports/base.ts';

type Uses = Pick<OutputOf<'facsimiles.list'>['items'][number], 'kinds' | 'media'>;

export const usesKey = (organisationId: PartyId): string => `facsimile.uses.${organisationId}`;

/** Where this company lets its pictures be laid: nowhere until somebody says so. */
export const readUses = ({ settings }: Pick<ReadStores, 'settings'>, organisationId: PartyId): Uses => {
  const text = settings.get(usesKey(organisationId));
  return text === null ? { kinds: [], media: [] } : facsimileUses.parse(JSON.parse(text));
};
