/** One folder of the tree and what its files may import. */
export type Layer = {
  readonly folder: string;
  /** Other folders of ours; a folder may always import from itself. */
  readonly mayImport: readonly string[];
  readonly node: boolean;
  /** The packages from npm that it may import; `'any'` still minds `reservedPackages`. */
  readonly packages: 'any' | readonly string[];
};

const SHARED = ['kernel', 'domain', 'contract', 'text', 'demo'].map((name) => `src-shared/${name}`);
const PORTS = ['src-main/ports', ...SHARED];
const HOST = ['src-main/host', 'src-main/core', ...PORTS];
const IMPLEMENTATIONS = ['db', 'sync', 'render', 'exchange', 'adapters-node'].map((name) => `src-main/${name}`);
const READS_PACKAGES = ['src-main/render', 'src-main/exchange'];
const FOUNDATIONS = ['ui', 'text', 'theme', 'bridge'].map((name) => `src-renderer/${name}`);

/** Runs anywhere: only the language and, from the domain on, packages that do as well. */
const pure = (folder: string, mayImport: readonly string[]): Layer => ({
  folder,
  mayImport,
  node: false,
  packages: 'any',
});
const plainNode = (folder: string, mayImport: readonly string[]): Layer => ({
  folder,
  mayImport,
  node: true,
  packages: 'any',
});
/** No Node and no packages but the named ones: the outside world arrives through ports. */
const sealed = (folder: string, mayImport: readonly string[], packages: readonly string[] = []): Layer => ({
  folder,
  mayImport,
  node: false,
  packages,
});

/**
 * The arrows of the tree, from the inside out. A new folder under `src-*` gets its line here before its first file.
 * Only `host` meets the implementations; `cli`, `shell` and `web-host` start what `host` composed.
 */
const layers: readonly Layer[] = [
  sealed('src-shared/kernel', []),
  pure('src-shared/domain', ['src-shared/kernel']),
  pure('src-shared/contract', ['src-shared/kernel', 'src-shared/domain']),
  pure('src-shared/text', ['src-shared/kernel', 'src-shared/domain', 'src-shared/contract']),
  pure('src-shared/demo', ['src-shared/kernel', 'src-shared/domain', 'src-shared/contract']),

  sealed('src-main/ports', SHARED),
  sealed('src-main/core', PORTS, ['zod']),
  // Zip packages and XML of Office from strangers; two implementations read them.
  plainNode('src-main/opc', ['src-shared/kernel']),
  ...IMPLEMENTATIONS.map((folder) =>
    plainNode(folder, READS_PACKAGES.includes(folder) ? ['src-main/opc', ...PORTS] : PORTS),
  ),
  plainNode('src-main/host', ['src-main/core', ...IMPLEMENTATIONS, ...PORTS]),
  plainNode('src-main/web-host', HOST),
  plainNode('src-main/cli', ['src-main/web-host', ...HOST]),
  // `npm start` and `npm run demo`: what a person types on a fresh machine.
  plainNode('src-main/start', ['src-main/web-host', 'src-main/shell', ...HOST]),
  plainNode('src-main/shell', HOST),

  pure('src-renderer/text', SHARED),
  pure('src-renderer/theme', ['src-renderer/text', ...SHARED]),
  pure('src-renderer/bridge', ['src-renderer/text', ...SHARED]),
  pure('src-renderer/ui', ['src-renderer/text', 'src-renderer/theme', 'src-renderer/bridge', ...SHARED]),
  pure('src-renderer/parts', [...FOUNDATIONS, ...SHARED]),
  pure('src-renderer/features', ['src-renderer/parts', ...FOUNDATIONS, ...SHARED]),
  pure('src-renderer/app', ['src-renderer/features', 'src-renderer/parts', ...FOUNDATIONS, ...SHARED]),
  pure('src-renderer/print', FOUNDATIONS.concat(SHARED)),
  // The page that shows every component in every state; it is built apart and never shipped.
  {
    folder: 'src-renderer/stories',
    mayImport: ['src-renderer/app', ...FOUNDATIONS, ...SHARED],
    node: true,
    packages: 'any',
  },
  pure('src-renderer/stories.tsx', ['src-renderer/stories', ...FOUNDATIONS, ...SHARED]),
  pure('src-renderer/main.tsx', ['src-renderer/app', ...FOUNDATIONS, ...SHARED]),
];

/** Packages that belong to a few folders only. A name that ends in `/` stands for a whole scope. */
export const reservedPackages: Readonly<Record<string, readonly string[]>> = {
  electron: ['src-main/shell'],
  'better-sqlite3': ['src-main/db'],
  'drizzle-orm': ['src-main/db'],
  'docx-templates': ['src-main/render'],
  ws: ['src-main/web-host', 'src-main/host'],
  react: ['src-renderer'],
  'react-dom': ['src-renderer'],
  'react-hook-form': ['src-renderer'],
  '@tanstack/': ['src-renderer'],
  '@mantine/': ['src-renderer/ui', 'src-renderer/theme'],
};

/** The layer of a file, or `undefined` for a folder that the table does not know. */
export function layerOf(file: string): Layer | undefined {
  return layers.find(({ folder }) => isInside(file, folder));
}

/** Features are strangers to each other: the folder of the feature, for files inside one. */
export function featureOf(file: string): string | undefined {
  return /^src-renderer\/features\/([^/]+)\//.exec(file)?.[1];
}

export function isInside(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}
