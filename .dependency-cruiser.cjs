/**
 * Which folder may import which. The same arrows stand, written independently, in `test/architecture/arrows.ts`.
 * `npm run boundaries` runs them and is red when it has seen fewer modules than there are source files.
 */
const MAIN_IMPLEMENTATIONS = ['db', 'sync', 'render', 'exchange', 'adapters-node'];
/** These two open Office files of strangers. */
const READS_PACKAGES = ['render', 'exchange'];
const NODE_BUILTINS = { dependencyTypes: ['core'] };
const NPM = {
  dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'],
};

/** Only the listed paths of our own sources may be imported from `from`. Packages are ruled separately. */
const mayImportOnly = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^${from}/` },
  to: {
    path: '^(src-main|src-shared|src-renderer|templates|test)/',
    pathNot: allowed.map((folder) => `^${folder}/`),
  },
});

const never = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    never('no-cycle', {}, { circular: true }, 'A circle means that two files are one, or that a third is missing.'),
    never('unresolved', { path: '^src-' }, { couldNotResolve: true }, 'The import leads nowhere.'),
    never(
      'no-undeclared-package',
      { path: '^src-' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
      'Name the package in package.json.',
    ),
    never(
      'tests-stay-outside',
      { path: '^(src-main|src-shared|src-renderer|templates)/' },
      { path: '^test/' },
      'Product code does not import test code.',
    ),

    mayImportOnly('kernel', 'src-shared/kernel', ['src-shared/kernel'], 'The kernel imports nothing.'),
    never('kernel-no-packages', { path: '^src-shared/kernel/' }, NPM, 'The kernel imports nothing.'),
    mayImportOnly('domain', 'src-shared/domain', ['src-shared/kernel', 'src-shared/domain'], 'domain → kernel'),
    mayImportOnly('contract', 'src-shared/contract', ['src-shared'], 'contract → domain, kernel'),
    mayImportOnly('shared', 'src-shared', ['src-shared'], 'src-shared runs anywhere.'),
    never('shared-no-node', { path: '^src-shared/' }, NODE_BUILTINS, 'src-shared runs anywhere: no node:*.'),

    mayImportOnly('main', 'src-main', ['src-main', 'src-shared'], 'src-main does not know the window.'),
    mayImportOnly('ports', 'src-main/ports', ['src-main/ports', 'src-shared'], 'ports → shared'),
    mayImportOnly('core', 'src-main/core', ['src-main/core', 'src-main/ports', 'src-shared'], 'core → ports, shared'),
    never(
      'core-no-node',
      { path: '^src-main/(core|ports)/' },
      NODE_BUILTINS,
      'The outside world reaches use cases through ports.',
    ),
    never('ports-no-packages', { path: '^src-main/ports/' }, NPM, 'ports → shared'),
    never(
      'core-no-packages',
      { path: '^src-main/core/' },
      { ...NPM, pathNot: '(^|/)node_modules/zod/' },
      'core → ports, shared; zod is the language of the contract.',
    ),
    mayImportOnly(
      'opc',
      'src-main/opc',
      ['src-main/opc', 'src-shared/kernel'],
      'opc opens packages and knows nothing of their use.',
    ),
    ...MAIN_IMPLEMENTATIONS.map((folder) =>
      mayImportOnly(
        folder,
        `src-main/${folder}`,
        [
          `src-main/${folder}`,
          'src-main/ports',
          'src-shared',
          ...(READS_PACKAGES.includes(folder) ? ['src-main/opc'] : []),
        ],
        `${folder} implements ports and knows nothing else.`,
      ),
    ),
    never(
      'host',
      { path: '^src-main/host/' },
      { path: '^src-main/(shell|cli|web-host)/' },
      'host composes; shell, cli and web-host start it.',
    ),
    mayImportOnly(
      'web-host',
      'src-main/web-host',
      ['src-main/web-host', 'src-main/host', 'src-main/core', 'src-main/ports', 'src-shared'],
      'Only host meets the implementations.',
    ),
    mayImportOnly(
      'cli',
      'src-main/cli',
      ['src-main/cli', 'src-main/web-host', 'src-main/host', 'src-main/core', 'src-main/ports', 'src-shared'],
      'Only host meets the implementations; `serve` starts the web host.',
    ),
    mayImportOnly(
      'shell',
      'src-main/shell',
      ['src-main/shell', 'src-main/host', 'src-main/core', 'src-main/ports', 'src-shared'],
      'Only host meets the implementations.',
    ),
    never(
      'electron-only-in-shell',
      { path: '^(src-main|src-shared|src-renderer)/', pathNot: '^src-main/shell/' },
      { path: '(^|/)node_modules/electron/' },
      "Electron's binary is absent on build machines: all that decides runs in plain Node.",
    ),
    never(
      'sqlite-only-in-db',
      { path: '^(src-main|src-shared|src-renderer)/', pathNot: '^src-main/db/' },
      { path: '(^|/)node_modules/(better-sqlite3|drizzle-orm)/' },
      'Only db/ speaks SQL.',
    ),
    never(
      'react-only-in-renderer',
      { path: '^(src-main|src-shared)/' },
      { path: '(^|/)node_modules/(react|react-dom|@mantine|@tanstack)/' },
      'Screens live in src-renderer.',
    ),

    mayImportOnly('renderer', 'src-renderer', ['src-renderer', 'src-shared'], 'The window knows the contract only.'),
    never('renderer-no-node', { path: '^src-renderer/' }, NODE_BUILTINS, 'The window is a web page: no node:*.'),
    never(
      'features-apart',
      { path: '^src-renderer/features/([^/]+)/' },
      { path: '^src-renderer/features/([^/]+)/', pathNot: '^src-renderer/features/$1/' },
      'What two features need moves down to ui/, text/ or bridge/.',
    ),
    never(
      'features-below-app',
      { path: '^src-renderer/features/' },
      { path: '^src-renderer/app/' },
      'ui ← features ← app',
    ),
    never(
      'foundations-below-features',
      { path: '^src-renderer/(ui|theme|text|bridge)/' },
      { path: '^src-renderer/(features|app)/' },
      'ui ← features ← app',
    ),
    never(
      'mantine-behind-ui',
      { path: '^src-renderer/', pathNot: '^src-renderer/(ui|theme)/' },
      { path: '(^|/)node_modules/@mantine/' },
      'The kit lives behind our own ui/ and theme/.',
    ),
  ],
  options: {
    // TypeScript 7 has no compiler API for tools; SWC reads the same imports, type imports included.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
