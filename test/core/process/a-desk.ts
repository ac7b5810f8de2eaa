import { createHash } from 'node:crypto';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Role } from '#shared/domain/users/rights.ts';
import { startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';

export type Task = OutputOf<'tasks.list'>['items'][number];

/** Logins of an office with one person in every role that the meat company needs. */
const PEOPLE: Readonly<Record<string, Role>> = {
  petrov: 'manager',
  orlova: 'manager',
  zakonov: 'lawyer',
  schetova: 'accountant',
  zvonkova: 'commercialDirector',
  guard: 'security',
  girevaya: 'shippingOperator',
};

export type Office = {
  readonly core: TestCore;
  readonly admin: TestCaller;
  readonly as: (login: string) => Promise<TestCaller>;
  readonly id: () => string;
};

/** An office without orders; its people are at their desks on Friday 20 November 2026. */
export const anOffice = async (): Promise<Office> => {
  const core = startTestCore();
  const admin = await core.as('admin');
  for (const [login, role] of Object.entries(PEOPLE)) {
    const person = { login, fullName: `Сотрудник ${login}`, position: '', roles: [role], isActive: true };
    unwrap(await admin.call('users.save', { commandId: core.newId(), ...person }));
  }
  return { core, admin, as: (login) => core.as(login), id: core.newId };
};

/** A deal of the meat company that waits for the lawyer: its manager confirmed it for shipment in a week. */
export const aDealAtTheLawyer = async ({ as, id }: Office): Promise<OutputOf<'records.get'>> => {
  const manager = await as('petrov');
  const fields = { customer: 'Гастроном', number: '31', responsible: 'petrov', sum: '10000.00' };
  const made = unwrap(await manager.call('records.create', { commandId: id(), process: 'meat-order', fields }));
  const director = await as('zvonkova');
  unwrap(
    await director.call('records.setFields', {
      commandId: id(),
      instance: made.instanceId,
      fields: { addedToWeek: true },
    }),
  );
  const choice = { shipDate: '2026-11-27', paymentType: 'prepaid' };
  return unwrap(
    await manager.call('records.move', { commandId: id(), instance: made.instanceId, to: 'confirmed', fields: choice }),
  );
};

export const tasksOf = async (caller: TestCaller): Promise<OutputOf<'tasks.list'>> =>
  unwrap(await caller.call('tasks.list', {}));

export const theTask = async (caller: TestCaller): Promise<Task> => {
  const [task] = (await tasksOf(caller)).items;
  if (task === undefined) throw new Error('no task');
  return task;
};

/** What nobody can mistake for text. */
export const aFile = (name: string) => ({ name, bytes: createHash('sha256').update(name).digest('base64') });
