import { writeSync } from 'node:fs';
import { attachCore } from '#main/host/attach.ts';
import { sourceOptions } from '#main/host/program.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { sessionCaller } from '#test/helpers/session-caller.ts';

/** A process of a test: issues the packs of the given orders one after another and names each that was acknowledged. */
const [base = '', ...orders] = process.argv.slice(2);
const host = unwrap(await attachCore(sourceOptions(base, 'open')));
const call = await sessionCaller(host, 'admin');
writeSync(1, 'ready\n');
for (const order of orders) {
  const { issued } = unwrap(
    await call('packs.issue', { commandId: crypto.randomUUID(), order, date: '2026-11-20', formats: ['docx'] }),
  );
  writeSync(1, `${JSON.stringify({ order, documents: issued.map(({ id, number }) => ({ id, number })) })}\n`);
}
await host.close();
