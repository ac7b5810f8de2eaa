import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** A source file of the product; `path` is relative to the project's root, with forward slashes. */
export type SourceFile = { readonly path: string; readonly text: string };

const PRODUCT_SOURCES = 'src-{shared,main,renderer}/**/*.{ts,tsx}';
const OTHER_SOURCES = '{templates,scripts}/**/*.{ts,tsx,mjs}';

/** Everything under `src-*`. */
export function readProductSources(): readonly SourceFile[] {
  return readSources(PRODUCT_SOURCES);
}

/** Template builders and scripts: not shipped in the window or the core, but ours all the same. */
export function readOtherSources(): readonly SourceFile[] {
  return readSources(OTHER_SOURCES);
}

/** Lines without those that are only a comment: a comment may name what the code must not do. */
export function codeLines(file: SourceFile): readonly string[] {
  return file.text.split('\n').filter((line) => !/^\s*(\/\/|\/\*|\*)/.test(line));
}

function readSources(pattern: string): readonly SourceFile[] {
  return globSync(pattern, { cwd: projectRoot })
    .map((found) => found.replaceAll(path.sep, '/'))
    .toSorted()
    .map((found) => ({ path: found, text: readFileSync(path.join(projectRoot, found), 'utf8') }));
}
