import { serverMoment, shownMoment } from './dates.ts';
import { freeMethod, listMethod, PAGE_SIZE, readMethod, type MethodTable } from './method.ts';
import { recordsOf, type Portal } from './portal.ts';
import { oldError, RestError } from './rest-error.ts';
import { fieldsOf, idOf, listOf, paramOf, textOf, type Fields } from '../http/values.ts';

/** Zones by their difference from Moscow: what `profile` tells of an employee whose clock is not the server's. */
const ZONES: Readonly<Record<string, string>> = {
  '-1': 'Europe/Kaliningrad',
  1: 'Europe/Samara',
  2: 'Asia/Yekaterinburg',
  4: 'Asia/Krasnoyarsk',
  7: 'Asia/Vladivostok',
};

const zoneOf = (portal: Portal): string => ZONES[String(portal.settings.userShiftHours)] ?? '';

const userFields = (portal: Portal, index: number): Fields => {
  const person = portal.business.people[index];
  const [lastName = '', name = '', secondName = ''] = (person?.fullName ?? '').split(' ');
  const id = index + 1;
  return {
    ID: String(id),
    XML_ID: '',
    ACTIVE: person?.isActive ?? true,
    NAME: name,
    LAST_NAME: lastName,
    SECOND_NAME: secondName,
    EMAIL: `${person?.login ?? 'user'}@example.ru`,
    LAST_LOGIN: shownMoment(portal.now() - 3_600_000, portal.settings),
    DATE_REGISTER: shownMoment(portal.business.placedAt(0), portal.settings),
    TIME_ZONE: id === portal.userId ? zoneOf(portal) : '',
    IS_ONLINE: 'N',
    // Dates that were never set arrive as empty objects.
    TIMESTAMP_X: {},
    LAST_ACTIVITY_DATE: {},
    PERSONAL_GENDER: '',
    PERSONAL_WWW: '',
    PERSONAL_BIRTHDAY: '',
    PERSONAL_MOBILE: '',
    PERSONAL_CITY: '',
    WORK_PHONE: '',
    WORK_POSITION: person?.position ?? '',
    UF_EMPLOYMENT_DATE: '',
    UF_DEPARTMENT: [1],
    USER_TYPE: 'employee',
  };
};

const users = (portal: Portal): readonly Fields[] =>
  portal.business.people.map((_person, index) => userFields(portal, index));

const listUsers = listMethod('user', (portal, params) => {
  const filter = fieldsOf(paramOf(params, 'FILTER'));
  const isWanted = (user: Fields): boolean =>
    Object.entries(filter).every(([name, wanted]) => {
      const asked = (typeof wanted === 'object' ? listOf(wanted) : [wanted]).map((one) =>
        one === 'Y' ? 'true' : one === 'N' ? 'false' : textOf(one),
      );
      return asked.includes(textOf(user[name]));
    });
  const found = users(portal).filter(isWanted);
  const start = Math.max(0, idOf(paramOf(params, 'start')) ?? 0);
  return { result: found.slice(start, start + PAGE_SIZE), total: found.length };
});

export const findUser = (portal: Portal, id: unknown): Fields | undefined => {
  const index = (idOf(id) ?? 0) - 1;
  return portal.business.people[index] === undefined ? undefined : userFields(portal, index);
};

const DAYS = new Map([
  ['OPENED', 1],
  ['PAUSED', 2],
  ['CLOSED', 3],
]);

/** The working day of an employee; a record `workDay` with `USER_ID` and `STATUS` sets it. */
const workDay = (portal: Portal, params: Fields): Fields => {
  const id = idOf(paramOf(params, 'USER_ID')) ?? portal.userId;
  if (findUser(portal, id) === undefined) throw oldError('User not found');
  const set = recordsOf(portal, 'workDay', (row) => row['USER_ID'] === id).at(-1);
  const STATUS = DAYS.has(textOf(set?.['STATUS'])) ? textOf(set?.['STATUS']) : 'OPENED';
  const start = Math.floor(portal.now() / 86_400_000) * 86_400_000 + 6 * 3_600_000;
  return {
    STATUS,
    TIME_START: serverMoment(start, portal.settings),
    TIME_FINISH: STATUS === 'CLOSED' ? serverMoment(portal.now(), portal.settings) : null,
    DURATION: '00:00:00',
    TIME_LEAKS: '00:00:00',
    ACTIVE: true,
    IP_OPEN: '',
    IP_CLOSE: '',
    LAT_OPEN: 0,
    LON_OPEN: 0,
    LAT_CLOSE: 0,
    LON_CLOSE: 0,
    TZ_OFFSET: portal.settings.serverOffsetHours * 3_600,
  };
};

const noContext = (): never => {
  throw new RestError(403, 'ACCESS_DENIED', 'Access denied! Application context required');
};
const forAdministrators = (): never => {
  throw new RestError(403, 'ACCESS_DENIED', 'Access denied!');
};

/** `knows` answers for `method.get`: whether the portal has a method and whether this webhook may call it. */
export const systemMethods = (knows: (name: string) => { isExisting: boolean; isAvailable: boolean }): MethodTable => ({
  profile: freeMethod((portal) => {
    const { ID, NAME, LAST_NAME, PERSONAL_GENDER } = userFields(portal, portal.userId - 1);
    return {
      result: { ID, ADMIN: portal.settings.isAdmin, NAME, LAST_NAME, PERSONAL_GENDER, TIME_ZONE: zoneOf(portal) },
    };
  }),
  scope: freeMethod((portal) => ({ result: portal.settings.scopes })),
  'server.time': freeMethod((portal) => ({ result: serverMoment(portal.clock.nowMs(), portal.settings) })),
  'method.get': freeMethod((_portal, params) => ({ result: knows(textOf(paramOf(params, 'name'))) })),
  'feature.get': freeMethod((_portal, params) => {
    if (textOf(paramOf(params, 'CODE')) === '') throw new RestError(400, 'CODE_EMPTY', "CODE can't be empty");
    return { result: { value: 'N' } };
  }),
  // A webhook has no application around it.
  'app.info': freeMethod(noContext),
  'event.bind': freeMethod(noContext),
  'event.unbind': freeMethod(noContext),
  'event.offline.get': freeMethod(forAdministrators),
  'event.offline.list': freeMethod(forAdministrators),
  'event.offline.clear': freeMethod(forAdministrators),
  'event.offline.error': freeMethod(forAdministrators),
  'user.current': readMethod('user', (portal) => ({
    result: {
      ...userFields(portal, portal.userId - 1),
      LAST_ACTIVITY_DATE: shownMoment(portal.now(), portal.settings).slice(0, 19).replace('T', ' '),
    },
  })),
  'user.admin': readMethod(null, (portal) => ({ result: portal.settings.isAdmin })),
  'user.get': listUsers,
  'user.search': listUsers,
  'timeman.status': readMethod('timeman', (portal, params) => ({ result: workDay(portal, params) })),
});
