import { parseArgs } from 'node:util';
import { startFakeBitrix24 } from './start-bitrix24.ts';
import { startFakeMoySklad } from './start-moysklad.ts';

const USE = 'npm run fake:crm -- [--port N] [--deals N] [--seed N]';

/** A whole number of an option; anything else ends the program with a word about its use. */
const whole = (text: string | undefined, fallback: number): number => {
  if (text === undefined) return fallback;
  if (!/^\d+$/u.test(text)) {
    console.error(USE);
    process.exit(2);
  }
  return Number(text);
};

const { values } = parseArgs({
  options: { port: { type: 'string' }, deals: { type: 'string' }, seed: { type: 'string' } },
});
const port = whole(values.port, 0);
const deals = whole(values.deals, 300);
const seed = whole(values.seed, 1);

const portal = await startFakeBitrix24({ deals, seed, port });
const store = await startFakeMoySklad({ orders: deals, seed, port: port === 0 ? 0 : port + 1 });
console.log(`bitrix24 ${portal.url}`);
console.log(`moysklad ${store.url} ${store.token}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all([portal.stop(), store.stop()]).then(() => process.exit(0));
  });
}
