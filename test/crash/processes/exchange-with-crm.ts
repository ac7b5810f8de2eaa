/**
 * Agrees once with a fake CRM over a base on the disk, and dies by `kill -9` of itself at a named point.
 * Arguments: file of the base, address, milliseconds that the clock is ahead, the point or `none`, how many times it passes first.
 */
import process from 'node:process';
import { createNodeHttp } from '#main/adapters-node/http.ts';
import { composeEntry, createConnectorMaker } from '#main/sync/make-connector.ts';
import type { Pace } from '#main/sync/transport/pace.ts';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import { openTestBase } from '#test/helpers/a-base.ts';
import { anOffice, connectTo } from '#test/sync/engine/office.ts';

const [file = '', address = '', aheadText = '0', point = 'none', passes = '0'] = process.argv.slice(2);
/** Pauses are jumped over: the fake has no limits, and nobody should wait for them here. */
let jumped = 0;
const now = (): number => Date.now() + Number(aheadText) + jumped;
const time = {
  get ms() {
    return now();
  },
  set ms(_ms: number) {
    throw new Error('time moves by itself');
  },
};
const pace: Pace = {
  now,
  random: () => 0.5,
  sleep: (ms) => {
    jumped += ms;
    return Promise.resolve();
  },
};
const { base } = openTestBase(file);
const office = await anOffice({ time, hasCompany: false, base });
const log = { info: () => undefined, error: () => undefined };
const made = createConnectorMaker({ http: createNodeHttp(), pace, log })('bitrix24', {
  address,
  token: null,
  mapping: EMPTY_MAPPING,
  calibration: null,
  installation: 'kills',
});
if (!made.ok) throw new Error(made.error);
let left = Number(passes);
const { sync } = connectTo(office, {
  connector: made.value,
  compose: composeEntry,
  pace,
  onReached: (reached) => {
    if (reached !== point) return;
    left -= 1;
    if (left < 0) process.kill(process.pid, 'SIGKILL');
  },
});
let run = await sync();
for (let round = 0; round < 50 && run !== 'killed' && run.until !== null; round += 1) {
  jumped += Math.max(0, Date.parse(run.until) - now());
  run = await sync();
}
process.stdout.write(`${JSON.stringify(run)}\n`);
await office.core.stop();
