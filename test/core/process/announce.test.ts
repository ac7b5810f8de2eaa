import { expect, test } from 'vitest';
import { startTestCore, unwrap } from '#test/helpers/a-core.ts';

test('what is new is shown by the operating system, and only to whom it was sent', async () => {
  const shown: string[] = [];
  const core = startTestCore({
    notifier: {
      notify: (title, body) => {
        shown.push(`${title}: ${body}`);
        return Promise.resolve();
      },
    },
  });
  const admin = await core.as('admin');
  for (const login of ['petrov', 'orlova']) {
    const person = { login, fullName: login, position: '', roles: ['manager' as const], isActive: true };
    unwrap(await admin.call('users.save', { commandId: core.newId(), ...person }));
  }
  const petrov = await core.as('petrov');
  const fields = { customer: 'Кафе «Набережная»', request: 'Кружки', responsible: 'orlova' };
  unwrap(await petrov.call('records.create', { commandId: core.newId(), process: 'souvenir-lead', fields }));
  const orlova = await core.as('orlova');
  const { items } = unwrap(await orlova.call('notifications.list', {}));
  const ids = items.map(({ id }) => id);
  const announced = async (caller: typeof orlova): Promise<number> =>
    unwrap(await caller.call('notifications.announce', { commandId: core.newId(), ids })).announced;
  expect([await announced(petrov), await announced(orlova)]).toEqual([0, 1]);
  expect(shown).toEqual(['Кафе «Набережная»: Новый лид: необходимо связаться с клиентом Кафе «Набережная»']);
  core.close();
});
