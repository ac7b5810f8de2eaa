import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { WireEvent } from '#shared/contract/wire.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { createTemplateWorkplace } from '#main/adapters-node/template-workplace.ts';
import type { CoreDeps } from '#main/core/deps.ts';
import { repairFiles } from '#main/db/care/repair-files.ts';
import { memoryFiles, startTestCore, unwrap, type TestCore } from '#test/helpers/a-core.ts';
import { openTestBase, type TestBase } from '#test/helpers/a-base.ts';
import { aDocx, paragraph } from '#test/helpers/docx-fixture.ts';
import { aFolder } from '#test/helpers/a-folder.ts';

const LIMIT_MS = 20_000;

const saying = (...texts: string[]): Uint8Array => aDocx(texts.map((text) => paragraph(text)).join(''));
const FIRST = saying('Первый', '{{doc.title}}');
const SECOND = saying('Второй', '{{doc.title}}');
const BROKEN = saying('{{FOR line IN lines}}');

/** One office: a base, files of the base and a folder of templates that outlive the cores started over them. */
type Office = Pick<CoreDeps, 'base' | 'files'> & { readonly root: string; readonly opened: TestBase };

const anOffice = (): Office => {
  const opened = openTestBase();
  onTestFinished(opened.close);
  return { opened, base: opened.base, files: memoryFiles(), root: join(aFolder(), 'Шаблоны') };
};

/** The program over an office; its end is the end of a day. */
const start = ({ base, files, root }: Office, overrides: Partial<CoreDeps> = {}): TestCore => {
  const workplace = createTemplateWorkplace(root, { quietMs: 30, heldMs: 30 });
  const random = { uuid: () => randomUUID(), token: () => randomUUID() };
  const core = startTestCore({ base, files, workplace, random, ...overrides });
  onTestFinished(async () => {
    await core.stop();
    core.close();
  });
  return core;
};

const take = async (core: TestCore, bytes: Uint8Array) => {
  const admin = await core.as('admin');
  return unwrap(
    await admin.call('templates.import', {
      commandId: randomUUID(),
      kind: 'invoice',
      name: 'Свой',
      bytes: Buffer.from(bytes).toString('base64'),
    }),
  );
};

/** Waits until the core tells that the template is another now and the rows say what is expected. */
const untilTold = (core: TestCore, isSo: () => boolean, act: () => Promise<void> | void): Promise<void> =>
  new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('the core told nothing')), LIMIT_MS);
    const stop = core.listen((event: WireEvent) => {
      if (event.type !== 'changed' || event.entity !== 'template' || !isSo()) return;
      clearTimeout(limit);
      stop();
      resolve();
    });
    void Promise.resolve(act()).catch(reject);
  });

const standing = ({ base }: Office) => {
  const { version, problems } = requireDefined(base.read.ownTemplates.list()[0], 'the template');
  return { version, codes: problems.map(({ code }) => code) };
};

test('a save in the folder is checked by itself: a broken one keeps the old version, a clean one is the next', async () => {
  const office = anOffice();
  const core = start(office);
  const { path } = await take(core, FIRST);
  await untilTold(
    core,
    () => standing(office).codes.length > 0,
    () => writeFile(path, BROKEN),
  );
  expect(standing(office)).toEqual({ version: 1, codes: ['template.unclosedLoop'] });
  await untilTold(
    core,
    () => standing(office).version === 2,
    () => writeFile(path, SECOND),
  );
  expect(standing(office)).toEqual({ version: 2, codes: [] });
});

test('what was saved while the program was closed is found by the next start', async () => {
  const office = anOffice();
  const yesterday = start(office);
  const { path } = await take(yesterday, FIRST);
  await yesterday.stop();
  await writeFile(path, SECOND);
  const today = start(office);
  await untilTold(
    today,
    () => standing(office).version === 2,
    () => undefined,
  );
  expect(standing(office)).toEqual({ version: 2, codes: [] });
});

test('a kill between the file and its row leaves the version before in force, and the next start takes the save', async () => {
  const office = anOffice();
  const first = start(office);
  const { path } = await take(first, FIRST);
  await first.stop();
  await writeFile(path, SECOND);

  // The bytes are stored, and the transaction that would name them never comes.
  await new Promise<void>((resolve) => {
    let isStored = false;
    const put: CoreDeps['files']['put'] = async (bytes) => {
      const stored = await office.files.put(bytes);
      isStored = true;
      return stored;
    };
    const write: CoreDeps['base']['write'] = (action) => {
      if (!isStored) return office.base.write(action);
      resolve();
      throw new Error('the power went');
    };
    const logger = { info: () => undefined, error: () => undefined };
    start(office, { files: { ...office.files, put }, base: { read: office.base.read, write }, logger });
  });
  expect(standing(office)).toEqual({ version: 1, codes: [] });
  const left = await office.files.list();
  const { setAside } = await repairFiles(office.base, office.files);
  expect(left).toEqual(expect.arrayContaining([...setAside]));
  expect(setAside).toHaveLength(1);

  const next = start(office);
  await untilTold(
    next,
    () => standing(office).version === 2,
    () => undefined,
  );
  expect((await repairFiles(office.base, office.files)).setAside).toEqual([]);
});

test('a kill between the row and the working copy leaves a whole template: the next start lays the copy out', async () => {
  const office = anOffice();
  const workplace = createTemplateWorkplace(office.root);
  const dying = start(office, {
    workplace: {
      ...workplace,
      write: () => Promise.resolve({ ok: false, error: { code: 'disk.failed', reason: 'EIO' } }),
    },
  });
  await expect(take(dying, FIRST)).rejects.toThrow('disk.failed');
  await dying.stop();
  expect(standing(office)).toEqual({ version: 1, codes: [] });
  const next = start(office);
  const path = workplace.pathOf(requireDefined(office.base.read.ownTemplates.list()[0], 'it').fileName);
  await untilTold(
    next,
    () => true,
    () => undefined,
  );
  expect(await readFile(path)).toEqual(Buffer.from(FIRST));
});
