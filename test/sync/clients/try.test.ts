import { expect, test } from 'vitest';
import { aPortal, anAccount, must, NEVER } from './fake-line.ts';
import { composeRecord } from '#shared/domain/crm/compose-record.ts';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import { orderImport } from '#shared/contract/imports.ts';
import type { CrmRow } from '#shared/domain/crm/row.ts';

const show = (x: unknown, n = 1500) => console.log(JSON.stringify(x, null, 1).slice(0, n));
test('b24', async () => {
  const { connector, fake, clock } = aPortal();
  show(await connector.probe(NEVER));
  const cal = must(await connector.calibrate(NEVER)); show(cal);
  const d = must(await connector.dictionaries(NEVER)); show({...d, pipelines: d.pipelines.map(p=>[p.entity,p.id,p.title,p.stages.length])}, 2500);
  show(must(await connector.describe('order', NEVER)).slice(0, 6), 1500);
  const feed = connector.feeds[0]!;
  show(await connector.estimate(feed, 'all', NEVER));
  const open = must(await connector.scan({ feed, part: 'open', after: null }, NEVER));
  show({ n: open.rows.length, problems: open.problems, next: open.next, row: { ...open.rows[0], raw: 0 } }, 3000);
  const store = new Map<string, CrmRow>();
  for (const f of connector.feeds) {
    let after: string | null = null; let n = 0; 
    for (;;) { const p = must(await connector.scan({ feed: f, part: 'all', after }, NEVER)); n += p.rows.length; for (const r of p.rows) store.set(r.entity + r.id, r); if (p.problems.length) show(p.problems, 600); after = p.next; if (after === null) break; }
    console.log(f.name, n);
  }
  for (const r of open.rows.slice(0,3)) {
    for (let i = 0; i < 4; i++) {
      const c = composeRecord(r, (ref) => store.get(ref.entity + ref.id) ?? null, EMPTY_MAPPING);
      if (c.state === 'needs') { const got = must(await connector.read(c.refs, NEVER)); for (const x of got.rows) store.set(x.entity + x.id, x); show({needs: c.refs, got: got.rows.length, gone: got.gone, f: got.forbidden}); continue; }
      if (c.state === 'ready') { show(c.entry, 3000); const p = orderImport.safeParse(c.entry); console.log(p.success, p.success ? '' : p.error); }
      else show(c);
      break;
    }
  }
  console.log(fake.counters.requests, clock.nowMs() - Date.parse('2026-11-22T06:00:00Z'));
});
test('ms', async () => {
  const { connector, fake, clock } = anAccount();
  show(await connector.probe(NEVER));
  show(await connector.calibrate(NEVER));
  const d = must(await connector.dictionaries(NEVER)); show(d, 1200);
  const store = new Map<string, CrmRow>(); let first: CrmRow[] = [];
  for (const f of connector.feeds) {
    let after: string | null = null; let n = 0;
    for (;;) { const p = must(await connector.scan({ feed: f, part: 'all', after }, NEVER)); n += p.rows.length; for (const r of p.rows) store.set(r.entity + r.id, r); if (p.problems.length) show(p.problems, 600); after = p.next; if (f.name==='order') first = [...p.rows]; if (after === null) break; }
    console.log(f.name, n);
  }
  show({ ...first[0], raw: 0 }, 2500);
  for (const r of first.slice(0,2)) {
      const c = composeRecord(r, (ref) => store.get(ref.entity + ref.id) ?? null, EMPTY_MAPPING);
      if (c.state === 'ready') { show(c.entry, 3000); const p = orderImport.safeParse(c.entry); console.log(p.success, p.success ? '' : p.error); }
      else show(c);
  }
  console.log(fake.counters.requests, clock.nowMs() - Date.parse('2026-11-22T06:00:00Z'));
});
