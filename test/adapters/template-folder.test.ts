import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createTemplateFolder } from '#main/adapters-node/template-folder.ts';
import { isoDate } from '#shared/kernel/date.ts';

const upd = {
  kind: 'upd',
  title: 'УПД',
  editions: [
    { id: 'upd-2024', validFrom: null, validTo: '2026-03-31', template: 'form-2024.docx' },
    { id: 'upd-2026-04-01', validFrom: '2026-04-01', validTo: null, template: 'form.docx' },
  ],
  fields: ['seller.inn', 'lines[].name'],
};

/** A folder of forms with Cyrillic and a space in its path, holding the form of one kind. */
const aFolder = async (form: unknown, kind = 'upd'): Promise<string> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'Шаблоны форм '));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(path.join(folder, kind));
  await writeFile(path.join(folder, kind, 'form.json'), JSON.stringify(form));
  await writeFile(path.join(folder, kind, 'form.docx'), 'new');
  await writeFile(path.join(folder, kind, 'form-2024.docx'), 'old');
  return folder;
};

describe('the form is chosen by the date of the document', () => {
  test.each([
    ['2026-03-31', 'upd-2024', 'old'],
    ['2026-04-01', 'upd-2026-04-01', 'new'],
    ['2030-01-01', 'upd-2026-04-01', 'new'],
  ])('%s: %s', async (date, edition, text) => {
    const picked = await createTemplateFolder(await aFolder(upd)).pick('upd', isoDate(date));
    const sha256 = createHash('sha256').update(text).digest('hex');
    expect(picked).toEqual({ kind: 'upd', edition, bytes: Buffer.from(text), sha256 });
  });

  test('a date before every edition has no form', async () => {
    const young = { ...upd, editions: upd.editions.slice(1) };
    expect(await createTemplateFolder(await aFolder(young)).pick('upd', isoDate('2026-03-31'))).toBeNull();
  });

  test('a kind without a folder has no form and no fields', async () => {
    const templates = createTemplateFolder(await aFolder(upd));
    expect(await templates.pick('act', isoDate('2026-05-01'))).toBeNull();
    expect(await templates.fieldsOf('act')).toEqual([]);
    expect(await templates.fieldsOf('upd')).toEqual(['seller.inn', 'lines[].name']);
  });
});

test('a form is read once', async () => {
  const folder = await aFolder(upd);
  const templates = createTemplateFolder(folder);
  const first = await templates.pick('upd', isoDate('2026-05-01'));
  await rm(path.join(folder, 'upd'), { recursive: true });
  expect(await templates.pick('upd', isoDate('2026-05-01'))).toEqual(first);
});

describe('a form.json that does not fit is refused by name', () => {
  const edition = upd.editions[1];
  test.each([
    ['another kind', { ...upd, kind: 'act' }, 'kind must be upd'],
    ['no editions', { ...upd, editions: [] }, 'editions'],
    ['a day that does not exist', { ...upd, editions: [{ ...edition, validFrom: '2026-02-30' }] }, 'not a date'],
    ['a path out of the folder', { ...upd, editions: [{ ...edition, template: '../act/form.docx' }] }, 'template'],
  ])('%s', async (_, form, words) => {
    const templates = createTemplateFolder(await aFolder(form));
    await expect(templates.pick('upd', isoDate('2026-05-01'))).rejects.toThrow(words);
    await expect(templates.fieldsOf('upd')).rejects.toThrow('form.json');
  });
});
