import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { textLike } from '#test/helpers/matchers.ts';
import { fingerprintOf } from '#test/helpers/base-fingerprint.ts';
import { packShape, refusalShape } from '#test/helpers/cli-shapes.ts';
import { anOrder, makeBase, sharedFolder, writeJson } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplektOn } from '#test/helpers/run-komplekt.ts';
import { describeUnless } from '#test/helpers/skip.ts';

const DISK_BYTES = 4 * 1024 * 1024;

/** A real disk of four megabytes; only the administrator of a machine may make one. */
const mountSmallDisk = (): { readonly folder: string } | { readonly missing: string } => {
  const folder = mkdtempSync(path.join(tmpdir(), 'Малый диск '));
  const mounted =
    process.platform === 'linux' &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder]).status === 0;
  if (!mounted) rmSync(folder, { recursive: true });
  return mounted
    ? { folder }
    : { missing: 'this user may not mount a small disk; test/core/once.test.ts says the same in process' };
};

const disk = mountSmallDisk();
afterAll(() => {
  if (!('folder' in disk)) return;
  spawnSync('umount', [disk.folder]);
  rmSync(disk.folder, { recursive: true, force: true });
});

const files = sharedFolder();
const folder = 'folder' in disk ? disk.folder : '';

/** Takes all the room but so much. */
const fill = (leave: number): string => {
  const filler = path.join(folder, 'чужой большой файл');
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
  return filler;
};

describeUnless('missing' in disk ? disk.missing : undefined)('on a small disk of its own', () => {
  test('a full disk ends with 4 and changes nothing; with room again the same command issues the first number', async () => {
    const orders = writeJson(
      files,
      'заказы.json',
      Array.from({ length: 60 }, (_, index) => anOrder(`Д-${index + 1}`)),
    );
    const base = await makeBase(folder, 'База', [anOrder('Д-0')]);
    const run = komplektOn(base);
    const before = fingerprintOf(base);
    // 48 KB: enough to open the base, too little for a pack. Nothing at all: too little even for that.
    for (const [leave, words] of [
      [48 * 1024, ['pack', 'Д-0']],
      [48 * 1024, ['orders', 'import', orders]],
      [0, ['pack', 'Д-0']],
      [0, ['backup']],
    ] as const) {
      const filler = fill(leave);
      const refused = await run(...words, '--json');
      rmSync(filler);
      expect(answerOf(refused, refusalShape, 4).problems).toMatchObject([
        { code: 'disk.full', message: textLike(/Освободите место/u) },
      ]);
      expect([words, fingerprintOf(base).rows]).toEqual([words, before.rows]);
    }
    const { issued } = answerOf(await run('pack', 'Д-0', '--date', '2026-11-20', '--json'), packShape);
    expect(issued.map(({ number, already }) => [number, already])).toEqual([
      ['1', false],
      ['1', false],
    ]);
    // What the cut attempts had written was set aside on opening: each file in the base has its document.
    expect(fingerprintOf(base).files).toHaveLength(2);
  });
});
