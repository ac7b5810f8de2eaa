import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import {
  addMinutes,
  at,
  dayOf,
  minutesBetween,
  weekdayInWeekOf,
  workingDayUpTo,
  type LocalTime,
} from '#shared/domain/process/local-time.ts';
import { weekAfter } from '#shared/domain/process/iso-week.ts';
import { withSubstitutes } from './people.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { Library } from './library.ts';
import { CALENDAR } from './moment.ts';
import type { Work } from './work.ts';

const ON_TIME_MINUTES = 5;

type Reminder = { readonly definition: ProcessDefinition; readonly due: LocalTime; readonly week: string };

const keyOf = (code: string): string => `process.reminded.${code}`;

/** When each process of the week is to be reminded of in the week of that moment; a holiday moves it to the working day before (GAP-05). */
const remindersIn = (stores: ReadStores, library: Library, moment: LocalTime): readonly Reminder[] => {
  const businesses = new Set<string>(stores.organisations.list().map(({ business }) => business));
  return library.all(stores).flatMap((definition) => {
    const { weekly } = definition.start;
    if (weekly === undefined || !library.isActive(stores, definition)) return [];
    const isOurs =
      businesses.has(definition.business) ||
      stores.processes.list({ business: definition.business, status: 'running' }, { limit: 1, offset: 0 }).total > 0;
    const day = workingDayUpTo(weekdayInWeekOf(dayOf(moment), weekly.weekday), CALENDAR);
    return isOurs ? [{ definition, due: at(day, weekly.time), week: weekAfter(dayOf(moment)) }] : [];
  });
};

const isWaited = ({ settings }: ReadStores, { definition, week }: Reminder): boolean =>
  (settings.get(keyOf(definition.code)) ?? '') < week;

/** The next reminder that will be due; null when no process has a week. */
export const nextReminder = (stores: ReadStores, library: Library, now: LocalTime): LocalTime | null => {
  const both = [now, addMinutes(now, 7 * 1_440)].flatMap((moment) => remindersIn(stores, library, moment));
  const [next] = both
    .filter((each) => isWaited(stores, each))
    .map(({ due }) => due)
    .toSorted();
  return next ?? null;
};

/**
 * «Пора начать …»: once a week, at the hour the definition names, to those who may begin it, unless somebody did. After a week off
 * only this week's reminder comes, marked late.
 */
export const remindOfWeeks = (
  stores: ReadStores,
  library: Library,
  now: LocalTime,
): readonly ((work: Work) => void)[] =>
  remindersIn(stores, library, now)
    .filter((each) => each.due <= now && isWaited(stores, each))
    .map(
      (reminder) =>
        (work: Work): void =>
          remind(work, reminder),
    );

const remind = (work: Work, { definition, due, week }: Reminder): void => {
  const { now } = work.cause;
  const key = keyOf(definition.code);
  work.stores.settings.set(key, week);
  if (work.stores.processes.ofWeek(definition.code, week) !== null) return;
  const people = (definition.start.who ?? []).flatMap((who) =>
    typeof who === 'object' && 'role' in who
      ? work.people.ofRole(definition.business, who.role).map(({ id }) => id)
      : [],
  );
  const said = {
    id: `${key}.${week}`,
    at: now,
    text: `Пора начать: «${definition.title}», неделя ${week}`,
    instanceId: null,
    offer: null,
    isLate: minutesBetween(due, now) > ON_TIME_MINUTES,
    isRead: false,
  };
  for (const userId of withSubstitutes(work.stores, people, dayOf(now)))
    work.stores.processes.notify({ ...said, userId });
};
