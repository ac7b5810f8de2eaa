import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { asId } from '#shared/kernel/id.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { findProgram, usualOfficePaths } from '#main/adapters-node/pdf/find-soffice.ts';
import { createLibreOffice } from '#main/adapters-node/pdf/libreoffice.ts';
import { createPdfMaker } from '#main/adapters-node/pdf/pick-engine.ts';
import { startTestCore, unwrap } from '#test/helpers/a-core.ts';
import { fillBase, ORDER_TOTALS } from '#test/helpers/a-filled-base.ts';
import { anOrder } from '#test/helpers/a-source.ts';
import { aTempFolder, whyNoOffice } from '#test/adapters/pdf/office-helpers.ts';
import { describeUnless } from '#test/helpers/skip.ts';

const noScript = process.platform === 'win32' ? 'a script cannot stand before the program' : undefined;
const ORDERS = 12;

/** The real office behind a script that writes a line per start. */
const countedOffice = async (folder: string) => {
  const found = await findProgram(usualOfficePaths({ platform: process.platform, env: process.env }));
  const office = requireDefined(found, 'LibreOffice');
  const [program, log] = [path.join(folder, 'soffice'), path.join(folder, 'starts.log')];
  await writeFile(program, `#!/bin/sh\necho start >> '${log}'\nexec '${office}' "$@"\n`);
  await chmod(program, 0o755);
  const starts = async (): Promise<number> => (await readFile(log, 'utf8')).trim().split('\n').length;
  return { program, starts };
};

describeUnless(whyNoOffice ?? noScript)('a batch with the real LibreOffice', () => {
  test('makes the PDFs of all its orders in one start of the office', async () => {
    const folder = await aTempFolder();
    const { program, starts } = await countedOffice(folder);
    const pdf = createPdfMaker({
      engines: [createLibreOffice({ candidates: [program], tempFolder: folder })],
      only: '',
    });
    const core = startTestCore({ pdf });
    onTestFinished(() => core.close());
    const numbers = Array.from({ length: ORDERS }, (_, index) => `Б-${index + 1}`);
    core.base.write((stores) => {
      fillBase(stores);
      for (const number of numbers)
        stores.orders.save(
          anOrder({ id: asId<'order'>(number), number, externalId: number, trip: null }),
          ORDER_TOTALS,
        );
    });
    const admin = await core.as('admin');
    const commandId = core.newId();
    const { id } = unwrap(
      await admin.call('batches.start', {
        commandId,
        orders: numbers,
        kinds: ['invoice', 'upd'],
        formats: ['docx', 'pdf'],
      }),
    );
    const batch = unwrap(await admin.call('batches.wait', { id }));
    expect(batch).toMatchObject({ state: 'done', failed: 0, issued: 2 * ORDERS });
    for (const { documents } of batch.items)
      for (const { formats } of documents) expect(formats).toEqual(['docx', 'pdf']);
    expect(await starts()).toBe(1);
  }, 300_000);
});
