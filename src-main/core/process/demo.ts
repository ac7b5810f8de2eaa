import { at, type LocalTime } from '#shared/domain/process/local-time.ts';
import type { Fields } from '#shared/domain/process/state.ts';
import { addDays, type IsoDate, type IsoInstant } from '#shared/kernel/date.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { CoreDeps } from '../deps.ts';
import { beginOrder } from './begin-order.ts';
import { createLibrary, type Library } from './library.ts';
import { makeWorld } from './make-world.ts';
import { CALENDAR } from './moment.ts';
import { readPeople } from './people.ts';
import { JOURNAL_CURSOR } from './runner.ts';
import { Work } from './work.ts';

/** Leads of the souvenir company that nobody has made a deal of yet (product.md §8.4). */
const LEADS: readonly {
  readonly customer: string;
  readonly request: string;
  readonly manager: string;
  readonly stage: string;
}[] = [
  { customer: 'Банк «Северный»', request: 'Ежедневники с логотипом, 300 шт.', manager: 'petrov', stage: 'new' },
  { customer: 'Аптека «Ромашка»', request: 'Пакеты бумажные, 2 000 шт.', manager: 'petrov', stage: 'new' },
  { customer: 'Завод «Прибор»', request: 'Кружки к юбилею, 150 шт.', manager: 'orlova', stage: 'in-work' },
  { customer: 'Школа № 12', request: 'Медали выпускникам, 80 шт.', manager: 'orlova', stage: 'in-work' },
  { customer: 'Отель «Волга»', request: 'Магниты, 1 000 шт.', manager: 'nechay', stage: 'in-work' },
  { customer: 'Фонд «Город»', request: 'Флешки в подарочной упаковке, 60 шт.', manager: 'nechay', stage: 'new' },
];

const SITES: readonly { readonly id: string; readonly title: string; readonly head: string; readonly goods: string }[] =
  [
    {
      id: 'site-pork',
      title: 'Свинина',
      head: 'kuzma',
      goods: 'свинин, окорок, грудинк, лопатк, корейк, шея, ребр, шпик',
    },
    {
      id: 'site-ready',
      title: 'Полуфабрикаты',
      head: 'yarovaya',
      goods: 'полуфабрикат, пельмен, котлет, фарш, колбаск, шашлык',
    },
  ];

/** The process whose second version the two newest orders run by; the others keep the first (product.md §8.4). */
const REVISED = 'production-order';
const ON_SECOND_VERSION = 2;

/** Records came in during the last days: what waits for them is due yesterday, today and later. */
const begunOn = (date: IsoDate, today: IsoDate, place: number): LocalTime => {
  const earliest = addDays(today, -1 - (place % 4));
  const day = date > earliest ? date : earliest;
  return day < today ? at(day, '10:00') : at(today, '08:30');
};

/**
 * The demonstration companies at work: their orders at their stages with the tasks of those stages, leads, productions, carriers,
 * two versions of one process. What lies behind the orders is told to nobody and printed by nobody.
 */
export const fillDemoProcesses = (deps: CoreDeps, today: IsoDate): void =>
  deps.base.write((base) => {
    const stores = rememberingCards(base);
    const library = createLibrary(deps.processFiles);
    const world = makeWorld(library, deps.random);
    const people = readPeople(stores, library.all(stores));
    const workAt = (now: LocalTime): Work =>
      new Work(world, stores, { now, at: deps.clock.now(), userId: null, onBehalfOf: null }, people);
    fillDirectories(stores, today);
    const { items } = stores.orders.list({}, { limit: 5_000, offset: 0 });
    const newest = new Set(
      items
        .filter(({ business }) => business === 'furniture')
        .slice(0, ON_SECOND_VERSION)
        .map(({ id }) => id),
    );
    const inOrder = items.toReversed();
    const begin = (ids: typeof items): void => {
      for (const [place, { id, date }] of ids.entries()) {
        const order = stores.orders.get(id);
        if (order !== null) beginOrder(workAt(begunOn(date, today, place)), order, true);
      }
    };
    begin(inOrder.filter(({ id }) => !newest.has(id)));
    releaseSecond(stores, library, deps.clock.now());
    begin(inOrder.filter(({ id }) => newest.has(id)));
    fillLeads(workAt(at(CALENDAR.isWorkingDay(today) ? today : addDays(today, -2), '08:30')), stores);
    stores.settings.set(JOURNAL_CURSOR, String(stores.audit.lastSeq()));
  });

const fillDirectories = (stores: WriteStores, today: IsoDate): void => {
  const createdAt = at(today, '08:00');
  const idOf = (login: string): string => stores.users.findByLogin(login)?.id ?? '';
  const add = (id: string, recordType: string, title: string, fields: Fields): void =>
    stores.processes.saveRecord({ id, recordType, title, orderId: null, fields, createdAt });
  for (const { id, title, head, goods } of SITES)
    add(id, 'productionSite', title, { head: idOf(head), operators: [idOf('girevaya')], goods });
  for (const { id, shortName } of stores.parties.carriers()) {
    const address = stores.parties.get(id)?.legalAddress ?? '';
    add(`carrier:${id}`, 'carrier', shortName, {
      carrier: shortName,
      directions: 'Нижний Новгород – Казань – Самара – Москва',
      location: address,
      mailing: 'on',
    });
  }
};

const fillLeads = (work: Work, stores: WriteStores): void => {
  const definition = work.world.library.current(stores, 'souvenir-lead');
  if (definition === null) return;
  for (const { customer, request, manager, stage } of LEADS) {
    const owner = stores.users.findByLogin(manager)?.id ?? null;
    const fields = { customer, request, source: 'Сайт', responsible: owner };
    work.begin(definition, { fields, owner, stage, isHistory: true });
  }
};

const releaseSecond = (stores: WriteStores, library: Library, now: IsoInstant): void => {
  const first = library.current(stores, REVISED);
  if (first === null) return;
  const version = first.version + 1;
  const tasks = first.tasks.map((task) =>
    task.code === 'take' ? { ...task, due: { after: { workingHours: 2 } } } : task,
  );
  const body = { ...first, version, tasks };
  const by = stores.users.findByLogin('admin')?.id ?? null;
  const note = 'На «Взять в работу» теперь два рабочих часа: заказы не лежат до завтра';
  stores.processes.saveDefinition({ code: REVISED, version, state: 'released', body, note, at: now, by });
};

/** Hundreds of orders name the same few companies: each card is read once. */
const rememberingCards = (stores: WriteStores): WriteStores => ({
  ...stores,
  parties: { ...stores.parties, get: remembered(stores.parties.get) },
  organisations: { ...stores.organisations, get: remembered(stores.organisations.get) },
});

const remembered = <Key, Value>(read: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = read(key);
    known.set(key, value);
    return value;
  };
};
