import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { attachCore } from '#main/host/attach.ts';
import { sourceOptions } from '#main/host/program.ts';
import { aDemoBase } from '#test/helpers/a-demo-base.ts';
import { textLike } from '#test/helpers/matchers.ts';
import { askBase, fingerprintOf } from '#test/helpers/base-fingerprint.ts';
import { orderShape, packShape, refusalShape } from '#test/helpers/cli-shapes.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { sharedFolder } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplektOn } from '#test/helpers/run-komplekt.ts';
import { sessionCaller } from '#test/helpers/session-caller.ts';

const base = path.join(sharedFolder(), 'Демо');
const run = komplektOn(base);
const issueAs = (login: string) => run('pack', '1189', '--kinds', 'invoice', '--user', login, '--json');

beforeAll(async () => {
  await aDemoBase(base);
});

test('who may not issue is told so and nothing changes; a stranger is not let in at all', async () => {
  const before = fingerprintOf(base);
  const [storekeeper, driver, stranger] = await Promise.all([
    issueAs('skladov'),
    run('orders', 'list', '--user', 'rulev', '--json'),
    issueAs('nobody'),
  ]);
  expect(answerOf(storekeeper, refusalShape, 3).problems).toMatchObject([
    { code: 'right.missing', message: textLike(/Складов.*выпускать документы/u) },
  ]);
  expect(answerOf(driver, refusalShape, 3).problems[0]?.code).toBe('right.missing');
  expect(answerOf(stranger, refusalShape, 3).problems[0]?.code).toBe('session.unknownUser');
  expect(fingerprintOf(base)).toEqual(before);
});

test('a substitute acts with the rights of the absent person, and the log keeps who acted for whom', async () => {
  const host = unwrap(await attachCore(sourceOptions(base, 'open')));
  const call = await sessionCaller(host, 'admin');
  const { today } = unwrap(await call('base.info', {}));
  const dates = { from: today, to: '2099-12-31' };
  unwrap(
    await call('users.substitute', {
      commandId: crypto.randomUUID(),
      absent: 'belova',
      substitute: 'skladov',
      ...dates,
    }),
  );
  await host.close();

  expect(answerOf(await issueAs('skladov'), packShape).issued).toMatchObject([{ kind: 'invoice', already: false }]);
  const { history } = answerOf(await run('orders', 'show', '1189', '--user', 'skladov', '--json'), orderShape);
  expect(history).toContainEqual(
    expect.objectContaining({
      action: 'pack.issued',
      who: 'Складов Матвей Глебович',
      onBehalfOf: 'Белова Вера Аркадьевна',
    }),
  );
  const entries = askBase<{ login: string; absent: string | null }>(
    base,
    `SELECT who.login, absent.login AS absent FROM audit_entries
       JOIN users who ON who.id = user_id LEFT JOIN users absent ON absent.id = on_behalf_of
     WHERE action = 'document.issued' AND who.login = 'skladov'`,
  );
  expect(entries).toEqual([{ login: 'skladov', absent: 'belova' }]);
});

test('who has the right personally acts for nobody else, although somebody is on vacation', async () => {
  const issued = await run('pack', '1192', '--kinds', 'invoice', '--user', 'schetova', '--json');
  expect(answerOf(issued, packShape).issued).toHaveLength(1);
  const { history } = answerOf(await run('orders', 'show', '1192', '--json'), orderShape);
  expect(history[0]).toMatchObject({ who: 'Счётова Галина Фоминична', onBehalfOf: null });
});
