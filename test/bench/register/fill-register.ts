import type { Sqlite } from '../../../src-main/db/open-sqlite.ts';
import { asId, type PartyId } from '../../../src-shared/kernel/id.ts';
import { anOrder, anOrganisation, DEMO_PARTIES } from '../../helpers/a-source.ts';
import { aUser } from '../../helpers/a-filled-base.ts';

const PARTIES = 2000;
const KINDS = ['upd', 'invoice', 'act', 'factura', 'waybill'];
const MEDIA = ['paper', 'scan', 'edo'];
/** State, and whether its original is awaited; what is long done is most of a register. */
const STATES: readonly (readonly [string, 0 | 1])[] = [
  ['entered', 0],
  ['entered', 0],
  ['entered', 0],
  ['accepted', 0],
  ['received', 0],
  ['sent', 1],
  ['countersigned', 1],
  ['signed', 0],
  ['checked', 0],
  ['issued', 0],
];

/** Documents as ten years of a firm leave them; answers with a counterparty and a company to filter by. */
export const fillRegister = (sqlite: Sqlite, count: number): { partyId: PartyId; organisationId: PartyId } => {
  const { party } = anOrganisation();
  const copyParty = sqlite.prepare(
    `INSERT INTO parties SELECT NULL, ?, ${partyColumns(sqlite)} FROM parties WHERE id = ?`,
  );
  const rename = sqlite.prepare('UPDATE parties SET short_name = ?, search_text = ? WHERE id = ?');
  const insert = sqlite.prepare(
    `INSERT INTO documents (id, organisation_id, party_id, order_id, kind, number_class, year, number, date, version, sum, vat,
       state, medium, issued_at, issued_by, content_hash, search_text, paper_state, is_awaited, route, sent_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, 'issued', ?, '2026-11-20T08:00:00.000Z', ?, 'h', ?, ?, ?, 'signed', ?)`,
  );
  sqlite.transaction(() => {
    for (let index = 0; index < PARTIES; index += 1) {
      const id = `party-${index}`;
      const name = `ООО «${String.fromCodePoint(0x410 + ((index * 7) % 32))}ромашка ${index}»`;
      copyParty.run(id, DEMO_PARTIES.zerno.id);
      rename.run(name, name.toLowerCase(), id);
    }
    for (let index = 0; index < count; index += 1) {
      const day = new Date(Date.UTC(2017, 0, 1) + Math.floor((index * 3600) / count) * 86_400_000)
        .toISOString()
        .slice(0, 10);
      const [state, awaited] = STATES[(index * 7) % STATES.length] ?? ['issued', 0];
      const kind = KINDS[index % KINDS.length] ?? 'upd';
      insert.run(
        `document-${index}`,
        party.id,
        `party-${(index * 31) % PARTIES}`,
        anOrder().id,
        kind,
        `${kind}-${index % 7}`,
        Number(day.slice(0, 4)),
        String(index + 1),
        day,
        BigInt((index * 7919) % 90_000_000),
        BigInt((index * 997) % 9_000_000),
        MEDIA[index % MEDIA.length] ?? 'paper',
        aUser().id,
        `${index + 1} | ромашка ${(index * 31) % PARTIES} | ооо ромашка, инн 7701234567, москва`,
        state,
        awaited,
        day,
      );
    }
  })();
  sqlite.exec('ANALYZE');
  return { partyId: asId('party-62'), organisationId: party.id };
};

const partyColumns = (sqlite: Sqlite): string =>
  sqlite
    .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('parties') WHERE name NOT IN ('seq', 'id')`)
    .all()
    .map(({ name }) => name)
    .join(', ');
