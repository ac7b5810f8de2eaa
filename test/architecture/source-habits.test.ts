import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importsOf } from './imports.ts';
import { codeLines, projectRoot, readOtherSources, readProductSources, type SourceFile } from './source-tree.ts';

/** Past this a file is two files. */
const MOST_LINES = 350;
/** From this many sources on, a folder explains itself in a README.md: one line per file. */
const FILES_THAT_NEED_README = 8;

const product = readProductSources();
const everything = [...product, ...readOtherSources()];

test(`no file is longer than ${MOST_LINES} lines`, () => {
  const long = product.filter((file) => file.text.split('\n').length > MOST_LINES + 1);
  expect(long.map((file) => file.path)).toEqual([]);
});

test('nothing is left for later in a comment', () => {
  expect(linesOf(everything, /\b(TODO|FIXME|XXX|HACK)\b/, (file) => file.text.split('\n'))).toEqual([]);
});

test('no code is made from text', () => {
  const makers = /(?<![.$\w])eval\s*\(|\bnew Function\s*\(|['"](node:)?vm['"]|\.constructor\.constructor/;
  expect(linesOf(everything, makers)).toEqual([]);
});

test('no command line is given to a shell', () => {
  const starters = everything.filter((file) => importsOf(file).some((target) => isChildProcess(target)));
  const shells = /(?<![.\w])exec(Sync)?\b(?!File)|child_?[pP]rocess\.exec(Sync)?\b(?!File)|\bshell:\s*(?!false)/;
  expect(linesOf(starters, shells)).toEqual([]);
});

test('no path of the machine where it was written is left in the product', () => {
  const places = /\.\.\/shared\b|['"`]\/(home|root|work|tmp|mnt|Users)\//;
  expect(linesOf(everything, places)).toEqual([]);
});

test(`a folder of ${FILES_THAT_NEED_README} files or more has a README.md`, () => {
  const counts = Map.groupBy(product, (file) => path.posix.dirname(file.path));
  const crowded = [...counts].filter(([, files]) => files.length >= FILES_THAT_NEED_README).map(([folder]) => folder);
  const silent = crowded.filter((folder) => !existsSync(path.join(projectRoot, folder, 'README.md')));
  expect(silent).toEqual([]);
});

function linesOf(files: readonly SourceFile[], pattern: RegExp, lines = codeLines): readonly string[] {
  return files.flatMap((file) =>
    lines(file)
      .filter((line) => pattern.test(line))
      .map((line) => `${file.path}: ${line.trim()}`),
  );
}

function isChildProcess(target: ReturnType<typeof importsOf>[number]): boolean {
  return target.kind !== 'ours' && /^(node:)?child_process$/.test(target.name);
}
