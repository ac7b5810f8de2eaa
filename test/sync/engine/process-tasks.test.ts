import { expect, onTestFinished, test } from 'vitest';
import { requireDefined } from '#shared/kernel/assert.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { anOfficeWithPortal } from './fake-crm.ts';

const MINUTES = 600_000;
const COMPANY = '7799002027';

/** What closing «Подготовка счета» asks for. */
const DONE = {
  fields: { invoice: '№ 1 от 22.11.2026' },
  files: [{ name: 'Счёт.pdf', bytes: Buffer.from('счёт').toString('base64') }],
};

/** The souvenir company over its portal, and a deal that was born there after the program came. */
const aNewDeal = async () => {
  const place = await anOfficeWithPortal({ deals: 20 }, { hasCompany: false });
  const { base, core, person, sync, fake, clock, accountId } = place;
  onTestFinished(core.close);
  expect(await sync()).toMatchObject({ reason: null });
  const organisations = [{ shortName: 'ООО «Яркий знак»', inn: COMPANY, business: 'souvenirs' as const }];
  unwrap(await person.call('organisations.import', { commandId: core.newId(), file: 'проба', organisations }));
  base.write((stores) => {
    const account = requireDefined(stores.sync.account(accountId), 'the account');
    stores.sync.saveAccount({ ...account, mapping: { ...account.mapping, defaultOrganisationInn: COMPANY } });
  });
  const again = async (): Promise<void> => {
    // A robot of the portal answers a move a second later: it is there with the second agreement.
    for (let round = 0; round < 2; round += 1) {
      clock.advance(MINUTES);
      expect(await sync()).toMatchObject({ reason: null });
      unwrap(await person.call('processes.tick', { commandId: core.newId() }));
    }
    clock.advance(MINUTES);
    expect(await sync()).toMatchObject({ reason: null });
  };
  clock.advance(MINUTES);
  const known = fake.model.ids(2).find((id) => String(fake.model.item(2, id)?.['stageId']).startsWith('C1:')) ?? 0;
  const { id: _id, createdTime: _created, updatedTime: _updated, ...fields } = fake.model.item(2, known) ?? {};
  const deal = fake.model.addItem(2, { ...fields, title: 'Кружки с логотипом', stageId: 'C1:NEW' });
  fake.model.setRows('D', deal, fake.model.rows('D', known));
  const tasksBefore = fake.model.records('task').length;
  await again();
  const order = requireDefined(base.read.orders.findByExternalId('bitrix24', String(deal)), 'the new order');
  const process = () => {
    const record = requireDefined(base.read.processes.recordOfOrder(order.id), 'the record of the order');
    return requireDefined(base.read.processes.ofRecord(record.id)[0], 'its process');
  };
  return {
    ...place,
    again,
    process,
    ours: () => base.read.processes.openTasksOf([process().id]),
    tasksThere: () => fake.model.records('task').slice(tasksBefore),
    moveThere: (stageId: string) => fake.model.changeItem(2, deal, { stageId }),
    stageThere: () => fake.model.item(2, deal)?.['stageId'],
  };
};

const titles = (tasks: readonly Readonly<Record<string, unknown>>[]): readonly string[] =>
  tasks.map((task) => String(task['TITLE'] ?? task['title'])).toSorted();

test('a task of a process is a task of its deal in the CRM, made once and closed once', async () => {
  const { again, ours, tasksThere, moveThere, person, core, fake } = await aNewDeal();
  moveThere('C1:PREPARATION');
  await again();
  // Beside it stands the paper that this program could not make: it is made here, and is no task of the deal.
  const task = ours().find(({ code }) => code === 'prepare-invoice');
  expect(titles(tasksThere())).toEqual(['Подготовка счета']);
  await again();
  expect(tasksThere()).toHaveLength(1);

  const before = fake.counters.effectsOf('tasks.task.complete');
  unwrap(
    await person.call('tasks.close', { commandId: core.newId(), id: task?.id ?? '', comment: 'сделано', ...DONE }),
  );
  await again();
  await again();
  expect(fake.counters.effectsOf('tasks.task.complete') - before).toBe(1);
});

test('where the robots of the CRM drive the process, no task of ours is made there', async () => {
  const { again, tasksThere, moveThere, person, core, accountId } = await aNewDeal();
  unwrap(
    await person.call('sync.saveSettings', { commandId: core.newId(), accountId, drivenByCrm: ['souvenir-deal'] }),
  );
  moveThere('C1:PREPARATION');
  await again();
  expect(tasksThere()).toEqual([]);
});

test('a deal that was moved there past its process is flagged here and stays where it was put', async () => {
  const { again, process, moveThere, stageThere } = await aNewDeal();
  moveThere('C1:PREPARATION');
  await again();
  expect(process()).toMatchObject({ stage: 'invoicing', isOutside: false });
  moveThere('C1:FINAL_INVOICE');
  await again();
  expect(process()).toMatchObject({ stage: 'closing-documents', isOutside: true });
  expect(stageThere()).toBe('C1:FINAL_INVOICE');
});
