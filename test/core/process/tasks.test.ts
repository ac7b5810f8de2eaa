import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused, unwrap } from '#test/helpers/a-core.ts';
import { aDealAtTheLawyer, aFile, anOffice, tasksOf, theTask, type Office } from './a-desk.ts';

let office: Office;

beforeEach(async () => {
  office = await anOffice();
});
afterEach(() => office.core.close());

describe('a task', () => {
  test('is with everybody of its role, and with nobody else', async () => {
    await aDealAtTheLawyer(office);
    const lawyer = await office.as('zakonov');
    expect(await theTask(lawyer)).toMatchObject({
      title: 'Подготовить договор для клиента',
      record: '№\u00A031, Гастроном',
      holders: [{ kind: 'role', name: 'Юрист' }],
      isOverdue: false,
    });
    expect((await tasksOf(await office.as('schetova'))).total).toBe(0);
    const waiting = unwrap(await (await office.as('petrov')).call('tasks.list', { view: 'waiting' }));
    expect(waiting.items.map(({ title }) => title)).toEqual(['Подготовить договор для клиента']);
  });

  test('is not closed without the file it asks for, and is closed with it, once', async () => {
    await aDealAtTheLawyer(office);
    const lawyer = await office.as('zakonov');
    const { id } = await theTask(lawyer);
    const without = refused(await lawyer.call('tasks.close', { commandId: office.id(), id }));
    expect(without).toMatchObject({ code: 'process.refused', data: { refusals: [{ code: 'task.filesMissing' }] } });
    const command = { commandId: office.id(), id, files: [aFile('договор.docx')] };
    const closed = unwrap(await lawyer.call('tasks.close', command));
    expect(closed).toMatchObject({
      status: 'closed',
      closedBy: 'Сотрудник zakonov',
      files: [{ name: 'договор.docx' }],
    });
    // The same command again is answered, not done again; another one finds the task closed.
    expect(unwrap(await lawyer.call('tasks.close', command))).toEqual(closed);
    const again = refused(await lawyer.call('tasks.close', { ...command, commandId: office.id() }));
    expect(again).toMatchObject({ data: { refusals: [{ code: 'task.notOpen' }] } });
    const file = unwrap(await lawyer.call('tasks.file', { id: closed.files[0]?.id ?? '' }));
    expect(file.bytes).toBe(aFile('договор.docx').bytes);
  });

  test('of others is refused with their names; a head may close it for them, and the timeline says who did', async () => {
    const deal = await aDealAtTheLawyer(office);
    const { id } = await theTask(await office.as('zakonov'));
    const close = { id, files: [aFile('договор.docx')] };
    const stranger = await office.as('schetova');
    const answer = refused(await stranger.call('tasks.close', { commandId: office.id(), ...close }));
    expect(answer).toMatchObject({ data: { reasons: 'Задача у других: Юрист. Попросите передать её вам.' } });
    unwrap(await office.admin.call('tasks.close', { commandId: office.id(), ...close }));
    const { items } = unwrap(await office.admin.call('records.timeline', { id: deal.instanceId }));
    expect(items.find(({ kind }) => kind === 'taskClosed')).toMatchObject({ who: 'Администратор' });
  });

  test('handed to another person leaves its role and is announced to him', async () => {
    await aDealAtTheLawyer(office);
    const lawyer = await office.as('zakonov');
    const { id } = await theTask(lawyer);
    unwrap(await lawyer.call('tasks.delegate', { commandId: office.id(), id, to: 'orlova', comment: 'я в суде' }));
    expect((await tasksOf(lawyer)).total).toBe(0);
    const orlova = await office.as('orlova');
    expect((await theTask(orlova)).id).toBe(id);
    const told = unwrap(await orlova.call('notifications.list', {}));
    expect(told.items[0]?.text).toContain('Вам передали задачу «Подготовить договор для клиента»');
    expect(unwrap(await orlova.call('notifications.read', { commandId: office.id() })).unread).toBe(0);
  });

  test('closed with many others: what cannot be closed stays open, with the reason', async () => {
    await aDealAtTheLawyer(office);
    const lawyer = await office.as('zakonov');
    const { id } = await theTask(lawyer);
    const answer = unwrap(await lawyer.call('tasks.closeMany', { commandId: office.id(), ids: [id, 'absent'] }));
    expect(answer.closed).toEqual([]);
    expect(answer.refused.map(({ refusals }) => refusals[0]?.code)).toEqual(['task.filesMissing', 'task.unknown']);
    expect((await theTask(lawyer)).status).toBe('open');
  });
});

describe('somebody who is away', () => {
  test('has a substitute who sees his tasks from the first day to the last, and none is lost', async () => {
    await aDealAtTheLawyer(office);
    const lawyer = await office.as('zakonov');
    const substitute = await office.as('orlova');
    const dates = { from: '2026-11-20', to: '2026-11-22' };
    unwrap(
      await lawyer.call('absences.set', { commandId: office.id(), absent: 'zakonov', substitute: 'orlova', ...dates }),
    );
    const [task] = (await tasksOf(substitute)).items;
    expect(task).toMatchObject({ title: 'Подготовить договор для клиента', onBehalfOf: 'Сотрудник zakonov' });
    const closing = { commandId: office.id(), id: task?.id ?? '', files: [aFile('договор.docx')] };
    unwrap(await substitute.call('tasks.close', closing));
    const { items } = unwrap(await lawyer.call('records.timeline', { id: task?.instanceId ?? '' }));
    expect(items.find(({ kind }) => kind === 'taskClosed')).toMatchObject({
      who: 'Сотрудник orlova',
      onBehalfOf: 'Сотрудник zakonov',
    });
    const [absence] = unwrap(await lawyer.call('absences.list', {})).items;
    unwrap(await lawyer.call('absences.remove', { commandId: office.id(), id: absence?.id ?? '' }));
    expect((await tasksOf(substitute)).total).toBe(0);
  });

  test('cannot be given a substitute by a stranger, nor himself as one', async () => {
    const orlova = await office.as('orlova');
    const dates = { from: '2026-11-20', to: '2026-11-22' };
    const foreign = await orlova.call('absences.set', {
      commandId: office.id(),
      absent: 'zakonov',
      substitute: 'petrov',
      ...dates,
    });
    expect(refused(foreign).code).toBe('right.missing');
    const own = await orlova.call('absences.set', {
      commandId: office.id(),
      absent: 'orlova',
      substitute: 'orlova',
      ...dates,
    });
    expect(refused(own).code).toBe('absence.invalid');
  });
});
