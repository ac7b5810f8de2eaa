import { allowsFacsimile } from '#shared/domain/document/facsimile-uses.ts';
import type { LaidPicture } from '#shared/domain/document/facsimile.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { Medium, Organisation } from '#shared/domain/party/party.ts';
import { signatoryFor } from '#shared/domain/party/signing.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import type { FileStore } from '../../ports/file-store.ts';
import type { PictureToLay } from '../../ports/template-renderer.ts';
import type { ReadStores } from '../../ports/base.ts';
import { readUses } from './uses.ts';

type Paper = { readonly kind: DocumentKind; readonly date: IsoDate; readonly medium: Medium };

/** What is laid on this paper: the company's stamp and the hand of the one whose name is printed. */
export const picturesFor = (
  stores: Pick<ReadStores, 'facsimiles' | 'settings'>,
  { party }: Organisation,
  { kind, date, medium }: Paper,
): readonly LaidPicture[] => {
  if (!allowsFacsimile(readUses(stores, party.id), kind, medium)) return [];
  const signatory = signatoryFor(party, kind, date);
  return stores.facsimiles
    .of(party.id)
    .filter(({ part, signatoryId }) => part === 'stamp' || signatoryId === signatory?.id)
    .map(({ part, sha256, widthMm, heightMm }) => ({ part, sha256, widthMm, heightMm }));
};

/** The pictures with their bytes; one whose file is gone is left out, as in a print without it. */
export const loadPictures = async (
  files: Pick<FileStore, 'read'>,
  pictures: readonly LaidPicture[],
): Promise<readonly PictureToLay[]> => {
  const loaded: PictureToLay[] = [];
  for (const { part, sha256, widthMm, heightMm } of pictures) {
    const bytes = await files.read(sha256);
    if (bytes !== null) loaded.push({ part, widthMm, heightMm, base64: Buffer.from(bytes).toString('base64') });
  }
  return loaded;
};
