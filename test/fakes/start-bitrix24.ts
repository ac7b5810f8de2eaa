import { machineClock } from './http/clock.ts';
import { withControl } from './http/control.ts';
import { createCounters } from './http/counters.ts';
import { createFaultPlan } from './http/faults.ts';
import { inProcess } from './http/in-process.ts';
import { listen, type Listener } from './http/serve.ts';
import type { FakeBitrix24, FakeBitrix24Options, PortalSettings } from './bitrix24/contract.ts';
import { fillFirstDay } from './bitrix24/first-day.ts';
import { createPortalHandler, type Moved } from './bitrix24/handle.ts';
import { createModel } from './bitrix24/model.ts';
import { createPortal } from './bitrix24/portal.ts';
import { fieldsOf } from './http/values.ts';

const USER_ID = 12;
const SECRET = 'k0mplektfakewebhook';

const usualSettings = (): PortalSettings => ({
  plan: 'standard',
  state: 'ok',
  scopes: [
    'crm',
    'documentgenerator',
    'task',
    'tasks',
    'user_brief',
    'user',
    'disk',
    'bizproc',
    'catalog',
    'userfieldconfig',
    'salescenter',
    'imopenlines',
    'telephony',
    'timeman',
  ],
  isAdmin: true,
  visibleShare: 1,
  visibleFunnels: null,
  userShiftHours: 0,
  serverOffsetHours: 3,
  dateFilter: 'both',
  dateFilterZone: 'user',
  hasOperatingTimes: true,
  hasRestV3: true,
  hasRobots: true,
  requiredOnStage: {},
  cost: { page: 70, get: 20, write: 120, count: 200, network: 30 },
  operatingLimitSeconds: 480,
});

type Doors = { readonly first: string; readonly next: () => Promise<string>; readonly close: () => Promise<void> };

const build = (options: FakeBitrix24Options) => {
  const clock = options.clock ?? machineClock();
  const settings: PortalSettings = { ...usualSettings(), ...options.settings };
  const counters = createCounters();
  const faults = createFaultPlan(options.faults);
  const moved: Moved[] = [];
  const address = { origin: '' };
  const portal = createPortal({
    settings,
    clock,
    counters,
    deals: options.deals ?? 300,
    seed: options.seed ?? 1,
    secret: SECRET,
    userId: USER_ID,
    origin: () => address.origin,
  });
  const { handle, pour } = createPortalHandler(portal, faults, moved);
  const webhook = () => `${address.origin}/rest/${USER_ID}/${SECRET}/`;

  const finished = (doors: Doors): FakeBitrix24 => {
    address.origin = doors.first;
    fillFirstDay(portal);
    return {
      url: webhook(),
      token: SECRET,
      model: createModel(portal),
      counters,
      faults,
      settings,
      transport: inProcess(clock, handle),
      rename: async (status = 302, to) => {
        const from = address.origin;
        if (to === undefined) address.origin = await doors.next();
        moved.push({ from, status, to: to ?? address.origin });
        return webhook();
      },
      neighbourCalls: pour,
      stop: doors.close,
    };
  };
  const model = createModel(portal);
  const controlled = withControl(handle, () => ({
    settings,
    faults,
    counters,
    change: ({ entity, id, fields }) => model.changeItem(Number(entity), Number(id), fieldsOf(fields)),
    duplicateKeys: model.duplicateKeys,
  }));
  return { clock, handle: controlled, finished };
};

/** The portal without sockets: ask it through `transport`. */
export const createFakeBitrix24 = (options: FakeBitrix24Options = {}): FakeBitrix24 => {
  let moves = 1;
  return build(options).finished({
    first: 'https://komplekt.bitrix24.example',
    next: () => {
      moves += 1;
      return Promise.resolve(`https://komplekt-${moves}.bitrix24.example`);
    },
    close: () => Promise.resolve(),
  });
};

/** The portal on a free loopback port (or on `port`); a renamed one opens another. */
export const startFakeBitrix24 = async (
  options: FakeBitrix24Options & { port?: number } = {},
): Promise<FakeBitrix24> => {
  const { clock, handle, finished } = build(options);
  const open: Listener[] = [];
  const next = async (port = 0): Promise<string> => {
    const listener = await listen(clock, handle, port);
    open.push(listener);
    return listener.origin;
  };
  return finished({
    first: await next(options.port),
    next: () => next(),
    close: async () => {
      await Promise.all(open.map((listener) => listener.stop()));
    },
  });
};
