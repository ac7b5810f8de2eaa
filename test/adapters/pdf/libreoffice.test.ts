import { createServer } from 'node:http';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { createLibreOffice } from '#main/adapters-node/pdf/libreoffice.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { aLinkedPictureDocx } from './linked-picture.ts';
import { aDocx, aFakeOffice, aTempFolder, never, orders, processesWith, whyNoOffice } from './office-helpers.ts';

const PATIENT = 60_000;
const onLinux = process.platform === 'linux' ? undefined : 'processes are listed through /proc';
const failed = { ok: false, error: { code: 'pdf.failed', engine: 'libreoffice' } };
const timedOut = { ok: false, error: { code: 'pdf.timeout', engine: 'libreoffice' } };
const made = (pages: number) => ({
  ok: true,
  value: expect.objectContaining({ pages, isDraft: false, engine: 'libreoffice' }) as unknown,
});

describeUnless(whyNoOffice)('the real LibreOffice', () => {
  test(
    'converts several documents at once from a temp folder with Cyrillic and spaces, and counts their pages',
    async () => {
      const office = createLibreOffice({ tempFolder: await aTempFolder() });
      expect(await office.isFound()).toBe(true);
      const files = await Promise.all([aDocx(1), aDocx(3), aDocx(1)]);
      expect(await office.convert(files, never)).toEqual([made(1), made(3), made(1)]);
    },
    PATIENT,
  );

  test(
    'one damaged document among five spoils only itself',
    async () => {
      const tempFolder = await aTempFolder();
      const office = createLibreOffice({ tempFolder });
      const good = await aDocx(1);
      const cut = good.subarray(0, good.length / 2);
      const results = await office.convert([good, cut, good, Buffer.from('просто текст'), good], never);
      expect(results).toEqual([made(1), failed, made(1), failed, made(1)]);
      const [own = ''] = await readdir(tempFolder);
      expect(await readdir(path.join(tempFolder, own)), 'only the profile stays for the next call').toEqual([
        'profile',
      ]);
    },
    PATIENT,
  );

  test(
    'a picture by link is not asked for over the network',
    async () => {
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(request.url ?? '');
        response.writeHead(404).end();
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const office = createLibreOffice({ tempFolder: await aTempFolder() });
      const docx = await aLinkedPictureDocx(`http://127.0.0.1:${port}/picture.png`);
      expect(await office.convert([docx], never)).toEqual([made(1)]);
      server.close();
      expect(asked).toEqual([]);
    },
    PATIENT,
  );
});

describeUnless(whyNoOffice ?? onLinux)('the processes of the real LibreOffice', () => {
  test(
    'an abort ends every process of the office and keeps nothing waiting',
    async () => {
      const tempFolder = await aTempFolder();
      const office = createLibreOffice({ tempFolder });
      const long = await aDocx(400);
      const stop = new AbortController();
      const mark = pathToFileURL(tempFolder).href;
      const results = office.convert([long, long, long], stop.signal);
      await vi.waitFor(async () => expect((await processesWith(mark)).length).toBeGreaterThan(0), { timeout: 20_000 });
      stop.abort();
      expect((await results).at(-1)).toEqual(failed);
      expect(await processesWith(mark)).toEqual([]);
      expect(await office.convert([await aDocx(1)], never), 'the next call works').toEqual([made(1)]);
    },
    PATIENT,
  );
});

const aFailingOffice = async (patience = { startMs: 20_000, perFileMs: 0 }) => {
  const tempFolder = await aTempFolder();
  const { program, starts } = await aFakeOffice(tempFolder);
  return { office: createLibreOffice({ candidates: [program], tempFolder, patience }), starts, tempFolder };
};

describeUnless(process.platform === 'win32' ? 'a script cannot stand in for a program' : undefined)(
  'an office that fails',
  () => {
    test('a file that kills the office costs only itself: the others are tried again in halves', async () => {
      const { office, starts } = await aFailingOffice();
      const results = await office.convert(orders('good', 'good', 'crash', 'good', 'good'), never);
      expect(results).toEqual([made(1), made(1), failed, made(1), made(1)]);
      expect(await starts()).toEqual([5, 2, 1, 1, 1]);
    });

    test('a file on which the office hangs is a timeout, the others are made', async () => {
      const { office } = await aFailingOffice({ startMs: 1_500, perFileMs: 0 });
      expect(await office.convert(orders('good', 'hang', 'good'), never)).toEqual([made(1), timedOut, made(1)]);
    });

    test('a refused file and a half-written PDF are failures, and nothing is tried twice', async () => {
      const { office, starts } = await aFailingOffice();
      expect(await office.convert(orders('refuse', 'good', 'cut'), never)).toEqual([failed, made(1), failed]);
      expect(await starts()).toEqual([3]);
    });

    test('a hundred and twenty files go in three starts', async () => {
      const { office, starts } = await aFailingOffice();
      const results = await office.convert(orders(...Array<string>(120).fill('good')), never);
      expect(results.every(({ ok }) => ok)).toBe(true);
      expect(await starts()).toEqual([50, 50, 20]);
    });

    test('an office that only dies is not started for each file', async () => {
      const { office, starts } = await aFailingOffice();
      const results = await office.convert(orders(...Array<string>(50).fill('crash')), never);
      expect(results).toEqual(results.map(() => failed));
      expect((await starts()).length).toBeLessThan(60);
    });

    test('an abort before the start starts nothing', async () => {
      const { office, tempFolder } = await aFailingOffice();
      expect(await office.convert(orders('good'), AbortSignal.abort())).toEqual([failed]);
      expect(await readdir(tempFolder)).toEqual(['soffice']);
    });
  },
);

test('an office that was removed since is not found, and its call fails without a throw', async () => {
  const office = createLibreOffice({ candidates: ['/nowhere/soffice'], tempFolder: await aTempFolder() });
  expect(await office.isFound()).toBe(false);
  expect(await office.convert(orders('good', 'good'), never)).toEqual([failed, failed]);
});
