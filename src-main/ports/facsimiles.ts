import type { FacsimilePart } from '#shared/domain/document/facsimile.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { PartyId, UserId } from '#shared/kernel/id.ts';

/** A picture that a company keeps; the bytes lie in the file store. */
export type Facsimile = {
  readonly organisationId: PartyId;
  readonly part: FacsimilePart;
  /** Whose hand it is; empty for a stamp. */
  readonly signatoryId: string;
  readonly sha256: string;
  /** Millimetres on paper; the height follows from the picture. */
  readonly widthMm: number;
  readonly heightMm: number;
  readonly addedAt: IsoInstant;
  readonly addedBy: UserId;
};

export type FacsimileReader = { readonly of: (organisationId: PartyId) => readonly Facsimile[] };
export type FacsimileWriter = {
  /** One picture for each place: the new one takes the place of the old one, whose bytes stay for what was printed. */
  readonly save: (facsimile: Facsimile, size: number) => void;
  readonly remove: (key: Pick<Facsimile, 'organisationId' | 'part' | 'signatoryId'>) => void;
};
