import type { PartyImport } from '#shared/contract/imports.ts';
import type { Gender, Party, PartyKind } from '#shared/domain/party/party.ts';
import { isoDate, type IsoDate } from '#shared/kernel/date.ts';
import type { PartyId } from '#shared/kernel/id.ts';

const dateOrNull = (text: string | null): IsoDate | null => (text === null ? null : isoDate(text));

/** «Общество» is neuter; a man or a woman is known by the patronymic only roughly, so the file may say it. */
const defaultGender = (kind: PartyKind): Gender =>
  kind === 'org' || kind === 'branch' || kind === 'foreign' ? 'n' : 'm';

/** A card of a file as our party. Ids of accounts and signatories stand in their order, so that the same card is equal again. */
export const importToParty = (card: PartyImport, id: PartyId, revision: number): Party => ({
  ...card,
  id,
  revision,
  fullName: card.fullName || card.shortName,
  gender: card.gender ?? defaultGender(card.kind),
  ogrnDate: dateOrNull(card.ogrnDate),
  taxPeriods: card.taxPeriods.map((period) => ({
    regime: period.regime,
    validFrom: dateOrNull(period.validFrom),
    validTo: dateOrNull(period.validTo),
  })),
  bankAccounts: card.bankAccounts.map((account, index) => ({ ...account, id: `${id}-a${index + 1}` })),
  signatories: card.signatories.map((signatory, index) => ({
    ...signatory,
    id: `${id}-s${index + 1}`,
    basisDate: dateOrNull(signatory.basisDate),
    validFrom: dateOrNull(signatory.validFrom),
    validTo: dateOrNull(signatory.validTo),
  })),
});
