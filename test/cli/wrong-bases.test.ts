import { closeSync, cpSync, existsSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { textLike } from '#test/helpers/matchers.ts';
import { bytesHash, fingerprintOf, tamperWith } from '#test/helpers/base-fingerprint.ts';
import { orderListShape, refusalShape } from '#test/helpers/cli-shapes.ts';
import { anOrder, makeBase, ORGANISATIONS_FILE, sharedFolder } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplekt } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();
let good = '';

beforeAll(async () => {
  good = await makeBase(folder, 'Целая', [anOrder('В-1')]);
});

const overwrite = (file: string, from: number, bytes: number): void => {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(bytes, 0x5a), 0, bytes, from);
  closeSync(handle);
};

const hold = (base: string, heartbeatAt: string): void =>
  writeFileSync(
    path.join(base, 'holder.json'),
    JSON.stringify({
      host: 'Бухгалтерия-2',
      pid: 1,
      userName: 'Анна',
      startedAt: heartbeatAt,
      heartbeatAt,
      control: null,
    }),
  );

const databaseOf = (base: string): string => path.join(base, 'komplekt.sqlite');

const BROKEN: readonly (readonly [string, (base: string) => void, string, RegExp])[] = [
  [
    'Новее',
    (base) => tamperWith(base, `INSERT INTO applied_steps VALUES (9999, 'from-the-future', 'x', '2030-01-01')`),
    'base.newer',
    /более новой версией/u,
  ],
  [
    'Открыта там',
    (base) => hold(base, new Date().toISOString()),
    'base.heldElsewhere',
    /другом компьютере \(Бухгалтерия-2, Анна\)/u,
  ],
  ['Без заголовка', (base) => overwrite(databaseOf(base), 0, 100), 'base.damaged', /База повреждена.*restore/u],
  [
    'Битые страницы',
    (base) => overwrite(databaseOf(base), 4096, statSync(databaseOf(base)).size - 8192),
    'base.damaged',
    /повреждена/u,
  ],
  [
    'Не база',
    (base) => writeFileSync(databaseOf(base), 'это письмо, а не база, хотя имя файла такое же'),
    'base.damaged',
    /повреждена/u,
  ],
];

test('a base that is newer, held by another machine or damaged ends with 4, and its bytes stay as they are', async () => {
  const runs = BROKEN.map(async ([name, spoil, code, message]) => {
    const base = path.join(folder, name);
    cpSync(good, base, { recursive: true });
    spoil(base);
    const before = bytesHash(databaseOf(base));
    const words = name === 'Новее' ? ['pack', 'В-1'] : ['orders', 'list'];
    const { problems } = answerOf(await komplekt([...words, '--base', base, '--json']), refusalShape, 4);
    expect({ name, problems }).toMatchObject({ name, problems: [{ code, message: textLike(message) }] });
    expect([name, bytesHash(databaseOf(base))]).toEqual([name, before]);
  });
  await Promise.all(runs);
});

test('a base that is not there ends with 4, and no folder appears', async () => {
  const base = path.join(folder, 'нет такой');
  const [listed, checked] = await Promise.all([
    komplekt(['orders', 'list', '--base', base, '--json']),
    komplekt(['doctor', '--base', base]),
  ]);
  expect(answerOf(listed, refusalShape, 4).problems[0]?.code).toBe('base.missing');
  expect(checked).toMatchObject({ exit: 4, stdout: '', stderr: textLike(/нет базы/u) });
  expect(existsSync(base)).toBe(false);
});

test('another machine that has been silent for minutes no longer holds the base', async () => {
  const base = path.join(folder, 'Давно открыта');
  cpSync(good, base, { recursive: true });
  hold(base, new Date(Date.now() - 10 * 60_000).toISOString());
  expect(answerOf(await komplekt(['orders', 'list', '--base', base, '--json']), orderListShape).total).toBe(1);
});

test('a restore from what is no sound copy is refused, and the base and its folder stay as they are', async () => {
  const base = path.join(folder, 'Цела после отказа');
  cpSync(good, base, { recursive: true });
  const cut = path.join(folder, 'обрезанная копия.komplekt');
  cpSync(databaseOf(good), cut);
  const before = [fingerprintOf(base), readdirSync(base).sort()];
  const restore = (file: string) => komplekt(['restore', file, '--base', base, '--json']);
  // A bare database holds no document files: it is no finished copy. The other is no database at all.
  const codes = await Promise.all(
    [cut, ORGANISATIONS_FILE, path.join(folder, 'нет.komplekt')].map(
      async (file) => answerOf(await restore(file), refusalShape, 3).problems[0]?.code,
    ),
  );
  expect(codes).toEqual(['backup.damaged', 'backup.damaged', 'file.unreadable']);
  expect([fingerprintOf(base), readdirSync(base).sort()]).toEqual(before);
});
