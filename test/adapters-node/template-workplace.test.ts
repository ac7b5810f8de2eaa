import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createTemplateWorkplace, type WorkplaceOptions } from '#main/adapters-node/template-workplace.ts';
import type { TemplateWorkplace } from '#main/ports/template-workplace.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { aFolder } from '#test/helpers/a-folder.ts';

const COPY = 'Счет на оплату/С логотипом.docx';
const LIMIT_MS = 10_000;

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** A desk with one working copy, and the saves it has told of; `next` waits for one, with a limit. */
const aDesk = async (options: WorkplaceOptions = {}) => {
  const root = join(aFolder(), 'Шаблоны');
  const desk = createTemplateWorkplace(root, { quietMs: 30, heldMs: 30, ...options });
  unwrap(await desk.write(COPY, bytes('1')));
  return { root, desk, next: listen(desk), copy: desk.pathOf(COPY) };
};

const listen = (desk: TemplateWorkplace) => {
  const heard: string[] = [];
  const waiting: ((name: string) => void)[] = [];
  const stop = desk.watch((name) => {
    const first = waiting.shift();
    if (first) first(name);
    else heard.push(name);
  });
  onTestFinished(stop);
  return (): Promise<string> => {
    const known = heard.shift();
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error('no save was noticed')), LIMIT_MS);
      waiting.push((name) => {
        clearTimeout(limit);
        resolve(name);
      });
    });
  };
};

/** Word saves into a temporary file, moves the old one aside and gives the new one its name. */
const saveAsWord = async (copy: string, text: string): Promise<void> => {
  const folder = join(copy, '..');
  await writeFile(join(folder, '~$логотипом.docx'), 'who has it open');
  await writeFile(join(folder, '~WRD0001.tmp'), text);
  await rename(copy, join(folder, '~WRL0002.tmp'));
  await rename(join(folder, '~WRD0001.tmp'), copy);
  await rm(join(folder, '~WRL0002.tmp'));
  await rm(join(folder, '~$логотипом.docx'));
};

/** A watch begins a moment after it is asked for: saves until the first one is noticed. */
const saveUntilNoticed = async (copy: string, next: () => Promise<string>): Promise<string> => {
  const noticed = next();
  const state = { isOver: false };
  const end = (): void => {
    state.isOver = true;
  };
  noticed.then(end, end);
  for (let attempt = 0; !state.isOver; attempt += 1) {
    await saveAsWord(copy, `try ${attempt}`);
    // Until the quiet time of the watch is over.
    await Promise.race([noticed, wait(100)]);
  }
  return noticed;
};

test('a save of Word is told once its renames are over, and what is read is the new file', async () => {
  const { desk, copy, next } = await aDesk();
  expect(await saveUntilNoticed(copy, next)).toBe(COPY);
  await saveAsWord(copy, 'the last');
  expect(await next()).toBe(COPY);
  expect(Buffer.from(unwrap(await desk.read(COPY)).bytes).toString()).toBe('the last');
});

test('a template in a folder that was not there before is watched too', async () => {
  const { desk, copy, next } = await aDesk();
  await saveUntilNoticed(copy, next);
  const act = 'Акт/Свой.docx';
  unwrap(await desk.write(act, bytes('1')));
  const other = desk.pathOf(act);
  const named = async (): Promise<string> => {
    const name = await next();
    return name === act ? name : named();
  };
  expect(await saveUntilNoticed(other, named)).toBe(act);
});

test('a file that Word holds is read later: the watch tells of it again', async () => {
  const { root, desk, copy, next } = await aDesk({ sleep: () => Promise.resolve() });
  await saveUntilNoticed(copy, next);
  // A folder in the place of the file refuses to be read, as a locked file does.
  await rm(copy);
  await mkdir(copy);
  expect(await desk.read(COPY)).toEqual({ ok: false, error: 'busy' });
  await rm(copy, { recursive: true });
  await writeFile(copy, 'free');
  expect(await next()).toBe(COPY);
  expect(await readdir(join(root, 'Счет на оплату'))).toEqual(['С логотипом.docx']);
});

test('a copy that is absent is told as absent, and putting it away is no matter', async () => {
  const { desk } = await aDesk();
  expect(await desk.read('Акт/Нет.docx')).toEqual({ ok: false, error: 'absent' });
  expect((await desk.putAway('Акт/Нет.docx')).ok).toBe(true);
});

test('copies put away under one name do not cover each other', async () => {
  const { root, desk } = await aDesk();
  unwrap(await desk.putAway(COPY));
  unwrap(await desk.write(COPY, bytes('2')));
  unwrap(await desk.putAway(COPY));
  const away = join(root, 'Убранные');
  expect((await readdir(away)).sort()).toEqual(['С логотипом (2).docx', 'С логотипом.docx']);
  expect(await readFile(join(away, 'С логотипом.docx'), 'utf8')).toBe('1');
});

test('nothing is told after the watch has ended', async () => {
  const root = join(aFolder(), 'Шаблоны');
  const desk = createTemplateWorkplace(root, { quietMs: 1 });
  let told = 0;
  desk.watch(() => (told += 1))();
  unwrap(await desk.write(COPY, bytes('1')));
  await writeFile(desk.pathOf(COPY), '2');
  expect(await desk.read(COPY)).toMatchObject({ ok: true });
  expect(told).toBe(0);
});
