import { isJsonObject, type JsonObject } from '#shared/domain/crm/json.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { WorkdayState } from '../../ports/processes.ts';
import type { CoreDeps } from '../deps.ts';
import { localNow } from '../process/moment.ts';
import { isSamePerson } from './same-person.ts';

const STATES: Readonly<Record<string, WorkdayState>> = { open: 'working', paused: 'break', closed: 'off' };

/**
 * Who began the day in the CRM works here too, so that tasks are given to those who are there (MOG-108, MOG-145). People are known by
 * family name and first name; whom the CRM says nothing of, says so himself with the switch.
 */
export const takeWorkdays =
  (deps: Pick<CoreDeps, 'clock'>) =>
  (stores: WriteStores, dictionaries: JsonObject): void => {
    const employees = dictionaries['employees'];
    if (!Array.isArray(employees)) return;
    const users = stores.users.list();
    const now = localNow(deps.clock);
    for (const employee of employees.filter(isJsonObject)) {
      const day = employee['workingDay'];
      const state = typeof day === 'string' ? STATES[day] : undefined;
      const name = typeof employee['name'] === 'string' ? employee['name'].trim() : '';
      const user = users.find(({ fullName, isActive }) => isActive && isSamePerson(fullName, name));
      if (state === undefined || user === undefined) continue;
      const known = stores.processes.workdays().find(({ userId }) => userId === user.id);
      const isToday = known?.since.slice(0, 10) === now.slice(0, 10);
      if (!isToday || known.state !== state) stores.processes.setWorkday({ userId: user.id, state, since: now });
    }
  };
