import { expect, test } from 'vitest';
import { blackAndWhitePng } from '#main/render/black-and-white-png.ts';
import { readOwnZip } from '#templates/parts/zip.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { sessionCaller } from '#test/helpers/session-caller.ts';
import { windowPage } from './pages/window-page.ts';
import { windowStory } from './window-story.ts';

const INN = '7899003031';

windowStory('the papers of a month with the stamp of the company', (shown) => {
  test('go out with its picture when a person with the right asks for it by one key', async () => {
    const { page, host } = shown();
    const window = windowPage(page);
    const call = await sessionCaller(host, 'admin');
    const { items: companies } = unwrap(await call('facsimiles.list', {}));
    const company = requireDefined(
      companies.find(({ organisation }) => organisation.includes('Северный каталог')),
      'our company',
    );
    const stamp = {
      organisationId: company.organisationId,
      part: 'stamp' as const,
      widthMm: 38,
      png: Buffer.from(blackAndWhitePng(40, (x, y) => (x + y) % 3 === 0)).toString('base64'),
    };
    unwrap(await call('facsimiles.save', { ...stamp, commandId: crypto.randomUUID() }));
    const uses = {
      organisationId: company.organisationId,
      kinds: ['invoice' as const],
      media: ['paper' as const, 'scan' as const, 'edo' as const],
    };
    unwrap(await call('facsimiles.uses', { ...uses, commandId: crypto.randomUUID() }));

    await page.goto(new URL(`/month-end?org=${INN}`, page.url()).href);
    await window.enterAs('Серверов', 'Закрывающие');
    await page.getByText('0 из 200').waitFor();
    await page.getByRole('button', { name: /Выпустить готовые/u }).waitFor();
    await page.getByRole('row', { name: /3195/u }).click();
    await window.press('Space');
    await page.getByRole('button', { name: /Выпустить отмеченные: 1 заказ/u }).waitFor();
    await window.press('Control+Shift+G');
    await page.getByText('1 из 200').waitFor();

    const batch = requireDefined(unwrap(await call('batches.list', { limit: 1 })).items[0], 'the batch');
    const { items } = unwrap(await call('batches.wait', { id: batch.id }));
    const invoice = requireDefined(
      items.flatMap(({ documents }) => documents).find(({ kind }) => kind === 'invoice'),
      'the invoice',
    );
    const { bytes } = unwrap(await call('documents.file', { id: invoice.id, format: 'docx' }));
    const names = readOwnZip(Buffer.from(bytes, 'base64')).map(({ name }) => name);
    expect(names.filter((name) => name.includes('facsimile'))).toEqual(['word/media/facsimile0.png']);
    expect(shown().complaints).toEqual([]);
  });
});
