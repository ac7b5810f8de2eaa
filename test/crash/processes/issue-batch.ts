import { writeSync } from 'node:fs';
import { attachCore } from '#main/host/attach.ts';
import { sourceOptions } from '#main/host/program.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { sessionCaller } from '#test/helpers/session-caller.ts';

/** A process of a test: issues the packs of the given orders as one batch and tells how it ended. */
const [base = '', ...orders] = process.argv.slice(2);
const host = unwrap(await attachCore(sourceOptions(base, 'open')));
const call = await sessionCaller(host, 'admin');
const { id, resumed } = unwrap(
  await call('batches.start', { commandId: crypto.randomUUID(), orders, date: '2026-11-20', formats: ['docx'] }),
);
writeSync(1, `${JSON.stringify({ id, resumed })}\n`);
const { issued, failed, finished } = unwrap(await call('batches.wait', { id }));
writeSync(1, `${JSON.stringify({ issued, failed, finished })}\n`);
await host.close();
