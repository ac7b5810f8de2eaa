import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/date.ts';
import { ok } from '#shared/kernel/result.ts';
import { refused, TODAY, unwrap } from '#test/helpers/a-core.ts';
import { openPaperDesk, type PaperDesk } from '../signing/a-paper-desk.ts';

const ORDERS = ['1204', '1205', '1206', '1208', '1209', '1210'];

let desk: PaperDesk;
/** How many documents each start of the engine was given. */
const starts: number[] = [];

beforeAll(async () => {
  desk = await openPaperDesk({
    pdf: {
      engine: () => Promise.resolve('libreoffice'),
      convert: (files) => {
        starts.push(files.length);
        return Promise.resolve(
          files.map(() => ok({ pdf: Buffer.from('%PDF-'), pages: 1, isDraft: false, engine: 'libreoffice' as const })),
        );
      },
    },
  });
  const { core, office } = desk;
  for (const order of ORDERS) {
    const input = { order, kinds: ['upd'], medium: 'paper' as const, formats: ['docx' as const] };
    const pack = await office.call('packs.issue', { commandId: core.newId(), ...input });
    for (const { id } of pack.ok ? pack.value.issued : []) {
      await desk.sign(id);
      await desk.send(id);
    }
  }
}, 240_000);
afterAll(() => desk.core.close());

test('letters of all counterparties take one start of the engine, and two presses at once make them once', async () => {
  const { core, office } = desk;
  core.moveToday(addDays(TODAY, 7));
  const parties = unwrap(await office.call('reminders.plan', {})).items.length;
  expect(parties).toBeGreaterThan(2);
  starts.length = 0;
  const [made, again] = await Promise.all([
    office.call('reminders.make', { commandId: core.newId() }),
    office.call('reminders.make', { commandId: core.newId() }),
  ]);
  expect(unwrap(made)).toMatchObject({ problems: [], letters: { length: parties } });
  expect(refused(again).code).toBe('sending.nothing');
  expect(starts).toEqual([parties]);
  for (const { attachments } of unwrap(made).letters)
    expect(attachments.map(({ name }) => name.slice(-4))).toEqual(['.pdf', 'docx']);
});
