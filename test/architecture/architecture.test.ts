import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenArrowsOf, whyForbidden } from './check-arrows.ts';
import { importsOf, resolveImport, specifiersOf } from './imports.ts';
import { projectRoot, readOtherSources, readProductSources } from './source-tree.ts';

/** Raise it as the tree grows: a scan that finds fewer files than this has looked in the wrong place. */
const LEAST_MODULES = 600;
/** Nearly every module imports something; a scanner that finds imports in fewer is blind. */
const LEAST_SHARE_WITH_IMPORTS = 0.6;

const sources = readProductSources();

describe('the check has looked at everything', () => {
  test('it has seen every source file, and enough of them', () => {
    expect(sources.length).toBe(globSync('src-*/**/*.ts{,x}', { cwd: projectRoot }).length);
    expect(sources.length).toBeGreaterThanOrEqual(LEAST_MODULES);
  });

  test('it has found imports in most of them', () => {
    const withImports = sources.filter((file) => importsOf(file).length > 0);
    expect(withImports.length / sources.length).toBeGreaterThanOrEqual(LEAST_SHARE_WITH_IMPORTS);
  });

  test('it has missed no line that ends an import', () => {
    const missed = sources.flatMap((file) => {
      const found = specifiersOf(file.text);
      const endings = [...file.text.matchAll(/^(?:import|export|\}).* from '([^']+)';$/gm)].flatMap(
        (match) => match[1] ?? [],
      );
      return endings.filter((specifier) => !found.includes(specifier)).map((specifier) => `${file.path}: ${specifier}`);
    });
    expect(missed).toEqual([]);
  });
});

describe('the arrows between folders', () => {
  test('point one way only', () => {
    expect(sources.flatMap(brokenArrowsOf)).toEqual([]);
  });

  test('leave test code outside of the product', () => {
    const intoTests = [...sources, ...readOtherSources()].filter((file) =>
      importsOf(file).some((target) => target.kind === 'ours' && target.path.startsWith('test/')),
    );
    expect(intoTests.map((file) => file.path)).toEqual([]);
  });

  test.each([
    ['src-shared/kernel/money.ts', '#shared/domain/totals.ts'],
    ['src-shared/kernel/money.ts', 'zod'],
    ['src-shared/domain/totals.ts', '../contract/orders.ts'],
    ['src-shared/domain/totals.ts', 'node:fs'],
    ['src-shared/contract/orders.ts', 'react'],
    ['src-main/core/issue-pack.ts', '#main/db/open.ts'],
    ['src-main/core/issue-pack.ts', 'node:crypto'],
    ['src-main/db/open.ts', '../render/fill.ts'],
    ['src-main/cli/main.ts', '../db/open.ts'],
    ['src-main/host/compose.ts', '../shell/main.ts'],
    ['src-main/host/compose.ts', 'electron'],
    ['src-main/host/compose.ts', 'better-sqlite3'],
    ['src-renderer/features/orders/list.tsx', '../documents/list.tsx'],
    ['src-renderer/features/orders/list.tsx', '@mantine/core'],
    ['src-renderer/features/orders/list.tsx', '#main/ports/clock.ts'],
    ['src-renderer/ui/button.tsx', '../features/orders/list.tsx'],
    ['src-renderer/ui/button.tsx', 'node:path'],
    ['src-main/unheard-of/file.ts', './other.ts'],
  ])('would stop %s from importing %s', (importer, specifier) => {
    expect(whyForbidden(importer, resolveImport(importer, specifier))).toBeDefined();
  });

  test.each([
    ['src-shared/domain/totals.ts', '../kernel/money.ts'],
    ['src-shared/contract/orders.ts', 'zod'],
    ['src-main/core/issue-pack.ts', '#shared/domain/totals.ts'],
    ['src-main/core/issue-pack.ts', '../ports/clock.ts'],
    ['src-main/db/open.ts', 'better-sqlite3'],
    ['src-main/host/compose.ts', '../db/open.ts'],
    ['src-main/cli/main.ts', '../host/compose.ts'],
    ['src-main/shell/main.ts', 'electron'],
    ['src-renderer/features/orders/list.tsx', './row.tsx'],
    ['src-renderer/features/orders/list.tsx', '#renderer/ui/button.tsx'],
    ['src-renderer/ui/button.tsx', '@mantine/core'],
    ['src-renderer/app/routes.tsx', '../features/orders/list.tsx'],
  ])('let %s import %s', (importer, specifier) => {
    expect(whyForbidden(importer, resolveImport(importer, specifier))).toBeUndefined();
  });
});

test('the scanner sees every way to import', () => {
  const text = [
    "import { a } from './a.ts';",
    'import type {',
    '  B,',
    "} from '#shared/b.ts';",
    "import './c.css';",
    "export * from './d.ts';",
    "const e = await import('./e.ts');",
    "const f = require('./f.cjs');",
    "new Worker(new URL('./g.ts', import.meta.url));",
    "// import { h } from './h.ts';",
  ].join('\n');
  expect([...specifiersOf(text)].toSorted()).toEqual(
    ['#shared/b.ts', './a.ts', './c.css', './d.ts', './e.ts', './f.cjs', './g.ts'].toSorted(),
  );
});
