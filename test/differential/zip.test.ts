import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeUnless, isFullRun } from '#test/helpers/skip.ts';
import { documentsOf, sampleCases } from './sample-documents.ts';
import { zipFaults } from './zip-shape.ts';

const isInstalled = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
const noUnzip = isInstalled('unzip', '-v') ? undefined : 'unzip is not installed';
const noPython = isInstalled('python3', '-c', 'import zipfile') ? undefined : 'python3 is not installed';

/** Opens every file, checks all sums and reads every name. */
const PYTHON_CHECK = `
import sys, zipfile
for name in sys.argv[1:]:
    with zipfile.ZipFile(name) as z:
        bad = z.testzip()
        if bad or not z.namelist(): sys.exit(name + ': ' + str(bad))
`;

let documents: ReadonlyMap<string, Uint8Array> = new Map();
beforeAll(async () => {
  documents = await documentsOf(await sampleCases(isFullRun ? 1_000 : 60));
}, 300_000);

describe('a filled document is an ordinary zip', () => {
  test('sizes and sums stand in the local headers, names are UTF-8, there are no data descriptors', () => {
    expect(documents.size).toBeGreaterThan(100);
    const faults = [...documents].flatMap(([name, bytes]) => zipFaults(bytes).map((fault) => `${name}: ${fault}`));
    expect(faults).toEqual([]);
  });
});

describeUnless(noUnzip)('unzip', () => {
  test('finds nothing wrong', () => {
    const complaints = inFolder((files) =>
      files.slice(0, isFullRun ? files.length : 40).flatMap((file) => {
        const { status, stdout } = spawnSync('unzip', ['-tqq', file], { encoding: 'utf8' });
        return status === 0 ? [] : [stdout];
      }),
    );
    expect(complaints).toEqual([]);
  }, 300_000);
});

describeUnless(noPython)('zipfile of Python', () => {
  test('finds nothing wrong', () => {
    const { status, stderr } = inFolder((files) =>
      spawnSync('python3', ['-c', PYTHON_CHECK, ...files], { encoding: 'utf8' }),
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }, 300_000);
});

function inFolder<T>(check: (files: readonly string[]) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'komplekt-zip-'));
  try {
    const files = [...documents].map(([, bytes], index) => {
      const file = path.join(folder, `${index}.docx`);
      writeFileSync(file, bytes);
      return file;
    });
    return check(files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the check of a zip', () => {
  test('sees a data descriptor, a wrong sum and a missing flag', () => {
    const [bytes] = documents.values();
    const changed = (at: number, value: number): string[] => {
      const copy = Buffer.from(bytes ?? []);
      copy[at] = value;
      return zipFaults(copy);
    };
    expect(changed(6, 0x08).join()).toContain('data descriptor');
    expect(changed(7, 0x00).join()).toContain('no UTF-8 flag');
    expect(changed(14, (bytes?.[14] ?? 0) ^ 1).join()).toContain('CRC-32');
    expect(zipFaults((bytes ?? new Uint8Array()).subarray(0, -1))).toEqual(['the end is not where it should be']);
  });
});
