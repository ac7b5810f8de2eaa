import { createFakeBitrix24 } from './start-bitrix24.ts';
import { createBusiness } from './business/business.ts';
import { methodsOf } from './bitrix24/methods.ts';
import { createVirtualClock } from './http/clock.ts';
const time = (name: string, f: () => unknown) => { const t = performance.now(); for (let i = 0; i < 200; i++) f(); console.log(name, ((performance.now() - t) / 200).toFixed(3), 'ms'); };
time('business', () => createBusiness({ seed: 1, orders: 12, nowMs: 1.79e12 }));
time('methods', methodsOf);
time('portal', () => createFakeBitrix24({ clock: createVirtualClock('2026-11-22T06:00:00Z'), deals: 12 }));
