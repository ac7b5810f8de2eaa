import { machineClock } from './http/clock.ts';
import { withControl } from './http/control.ts';
import { createCounters } from './http/counters.ts';
import { createFaultPlan } from './http/faults.ts';
import { inProcess } from './http/in-process.ts';
import { listen } from './http/serve.ts';
import { fieldsOf } from './http/values.ts';
import { createAccount } from './moysklad/account.ts';
import { uuid } from './moysklad/ids.ts';
import type { AccountSettings, FakeMoySklad, FakeMoySkladOptions } from './moysklad/contract.ts';
import { fillStoreFirstDay } from './moysklad/first-day.ts';
import { createStoreHandler, type Door } from './moysklad/handle.ts';
import { createStoreModel } from './moysklad/model.ts';

const TOKEN = 'f4ke0f5torek0mplekt';
/** Белова, office manager: the same person as the webhook of the other server. */
const EMPLOYEE = 11;

const usualSettings = (): AccountSettings => ({
  state: 'ok',
  visibleShare: 1,
  hasRecycleBin: true,
  unitsPerRequest: null,
  raceOn: null,
  cost: { page: 120, row: 0.5, get: 40, write: 150, network: 30 },
});

const build = (options: FakeMoySkladOptions) => {
  const clock = options.clock ?? machineClock();
  const settings: AccountSettings = { ...usualSettings(), ...options.settings };
  const counters = createCounters();
  const faults = createFaultPlan(options.faults);
  const address = { origin: '' };
  const account = createAccount({
    settings,
    clock,
    counters,
    orders: options.orders ?? 300,
    seed: options.seed ?? 1,
    base: () => `${address.origin}/api/remap/1.2`,
  });
  const door: Door = {
    token: TOKEN,
    author: { employee: uuid('employee', EMPLOYEE), uid: 'belova@komplekt', source: 'jsonapi' },
  };
  const { handle } = createStoreHandler(account, faults, door);
  const finished = (origin: string, stop: () => Promise<void>): FakeMoySklad => {
    address.origin = origin;
    fillStoreFirstDay(account);
    return {
      url: account.base(),
      token: TOKEN,
      model: createStoreModel(account),
      counters,
      faults,
      settings,
      transport: inProcess(clock, handle),
      stop,
    };
  };
  const model = createStoreModel(account);
  const controlled = withControl(handle, () => ({
    settings,
    faults,
    counters,
    change: ({ entity, id, fields }) => model.change(String(entity), String(id), fieldsOf(fields)),
    duplicateKeys: model.duplicateKeys,
  }));
  return { clock, handle: controlled, finished };
};

/** The account without sockets: ask it through `transport`. */
export const createFakeMoySklad = (options: FakeMoySkladOptions = {}): FakeMoySklad =>
  build(options).finished('https://api.moysklad.example', () => Promise.resolve());

/** The account on a free loopback port, or on `port`. */
export const startFakeMoySklad = async (
  options: FakeMoySkladOptions & { port?: number } = {},
): Promise<FakeMoySklad> => {
  const { clock, handle, finished } = build(options);
  const listener = await listen(clock, handle, options.port);
  return finished(listener.origin, listener.stop);
};
