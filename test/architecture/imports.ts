import path from 'node:path';
import type { SourceFile } from './source-tree.ts';

/** Where an import leads: to a file of ours, to Node, or to a package from npm. */
export type Import =
  | { readonly kind: 'ours'; readonly path: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string };

/**
 * Plain text patterns, on purpose: a second opinion beside dependency-cruiser, which reads a syntax tree. The formatter
 * puts every static import at the start of a line, so comments and strings do not get in the way.
 */
const PATTERNS = [
  /^(?:import|export)\b[^'"`;]*?\bfrom\s+['"]([^'"]+)['"]/gm,
  /^import\s+['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
  /\brequire\(\s*['"]([^'"]+)['"]/g,
  /\bnew URL\(\s*['"](\.[^'"]+\.tsx?)['"],\s*import\.meta\.url/g,
] as const;

/** `imports` of package.json, from the alias to the folder. */
const ALIASES: Readonly<Record<string, string>> = {
  '#shared': 'src-shared',
  '#main': 'src-main',
  '#renderer': 'src-renderer',
  '#test': 'test',
  '#templates': 'templates',
};

/** Every import of a file: static, re-exported, dynamic, required, and workers started by URL. */
export function importsOf(file: SourceFile): readonly Import[] {
  return specifiersOf(file.text).map((specifier) => resolveImport(file.path, specifier));
}

/** The texts between the quotes of the imports. */
export function specifiersOf(text: string): readonly string[] {
  return PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []));
}

/** Turns what stands between the quotes into where it leads, seen from the importing file. */
export function resolveImport(importer: string, specifier: string): Import {
  if (specifier.startsWith('node:')) return { kind: 'node', name: specifier };
  const withoutQuery = specifier.replace(/\?.*$/, '');
  if (withoutQuery.startsWith('.')) {
    return { kind: 'ours', path: path.posix.join(path.posix.dirname(importer), withoutQuery) };
  }
  const [first = '', ...rest] = withoutQuery.split('/');
  const folder = ALIASES[first];
  if (folder !== undefined) return { kind: 'ours', path: [folder, ...rest].join('/') };
  return { kind: 'package', name: first.startsWith('@') ? `${first}/${rest[0] ?? ''}` : first };
}
