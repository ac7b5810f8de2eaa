import type { PaperWay } from '#main/ports/signing.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { kopecks } from '#shared/kernel/money.ts';
import type { DocumentFile, IssuedDocument, Snapshot } from '#shared/domain/document/document.ts';
import type { User } from '#shared/domain/users/rights.ts';
import { seedRights } from '#main/db/stores/user-store.ts';
import type { WriteStores } from '#main/ports/base.ts';
import { aContract, anOrder, anOrganisation, DEMO_PARTIES } from './a-source.ts';
import { openTestBase, type TestBase } from './a-base.ts';

/** The way of a document that was just issued. */
export const NEW_WAY: PaperWay = {
  route: 'issued',
  ourCopy: 'here',
  theirCopy: 'here',
  paperState: 'issued',
  isAwaited: false,
  way: null,
  track: '',
  sentOn: null,
  receivedOn: null,
};

export const aUser = (overrides: Partial<Omit<User, 'hasPin'>> = {}): Omit<User, 'hasPin'> => ({
  id: asId<'user'>('user-anna'),
  login: 'anna',
  fullName: 'Котова Анна Игоревна',
  position: 'Офис-менеджер',
  roles: ['officeManager'],
  isActive: true,
  ...overrides,
});

export const aDocumentFile = (overrides: Partial<DocumentFile> = {}): DocumentFile => ({
  format: 'docx',
  sha256: 'a'.repeat(64),
  size: 1024,
  name: 'Счет 1204 от 20.11.2026 Зерно.docx',
  isDraft: false,
  ...overrides,
});

export const aDocument = (overrides: Partial<IssuedDocument> = {}): IssuedDocument => ({
  id: asId<'document'>('document-1'),
  organisationId: anOrganisation().party.id,
  partyId: DEMO_PARTIES.zerno.id,
  orderId: anOrder().id,
  kind: 'invoice',
  numberClass: 'invoice',
  number: '1204',
  date: isoDate('2026-11-20'),
  version: 1,
  revision: null,
  sum: kopecks(11_850_000),
  vat: kopecks(2_136_885),
  state: 'issued',
  medium: 'paper',
  issuedAt: '2026-11-20T08:00:00.000Z' as IsoInstant,
  issuedBy: aUser().id,
  contentHash: 'hash',
  files: [aDocumentFile()],
  ...overrides,
});

export const aSnapshot = (overrides: Partial<Snapshot> = {}): Snapshot => ({
  kind: 'invoice',
  edition: 'invoice-2026',
  templateSha256: 'b'.repeat(64),
  data: { number: '1204', lines: [{ name: 'Кружка', sum: '45\u00A0000,00' }], note: null },
  origins: { number: { source: 'computed', field: 'document.number' } },
  reason: '',
  revision: null,
  facsimile: null,
  ...overrides,
});

export const ORDER_TOTALS = { sum: kopecks(11_850_000), vat: kopecks(2_136_885) } as const;

/** One user, our company, the demo counterparties, a contract and one order with a trip; no documents yet. */
export const fillBase = (stores: WriteStores): void => {
  seedRights(stores);
  stores.users.save(aUser(), null);
  stores.organisations.save(anOrganisation());
  for (const party of Object.values(DEMO_PARTIES)) stores.parties.save(party);
  stores.contracts.save(aContract());
  stores.orders.save(anOrder(), ORDER_TOTALS);
};

export const openFilledBase = (path?: string): TestBase => {
  const opened = openTestBase(path);
  opened.base.write(fillBase);
  return opened;
};
