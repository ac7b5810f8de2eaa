import { featureOf, isInside, type Layer, layerOf, reservedPackages } from './arrows.ts';
import { type Import, importsOf } from './imports.ts';
import type { SourceFile } from './source-tree.ts';

/** The broken arrows of one file, in words; empty when it keeps to its place. */
export function brokenArrowsOf(file: SourceFile): readonly string[] {
  const layer = layerOf(file.path);
  if (layer === undefined) return [`${file.path}: its folder has no line in test/architecture/arrows.ts`];
  return importsOf(file).flatMap((target) => {
    const why = whyForbidden(file.path, target);
    return why === undefined ? [] : [`${file.path} → ${nameOf(target)}: ${why}`];
  });
}

/** Why a file must not import this, or `undefined` when it may. */
export function whyForbidden(importer: string, target: Import): string | undefined {
  const layer = layerOf(importer);
  if (layer === undefined) return 'the importing folder is unknown';
  if (target.kind === 'node') return layer.node ? undefined : `${layer.folder} runs without Node`;
  if (target.kind === 'package') return whyPackageForbidden(importer, target.name, layer);

  const [from, to] = [featureOf(importer), featureOf(target.path)];
  if (from !== undefined && to !== undefined && from !== to) return 'features do not import features';
  const isAllowed = [layer.folder, ...layer.mayImport].some((folder) => isInside(target.path, folder));
  return isAllowed ? undefined : `${layer.folder} may not import it`;
}

function whyPackageForbidden(importer: string, name: string, { packages }: Layer): string | undefined {
  if (packages !== 'any' && !packages.includes(name)) return 'this folder does not import this package';
  const reserved = Object.entries(reservedPackages).find(
    ([owned]) => name === owned || (owned.endsWith('/') && name.startsWith(owned)),
  );
  if (reserved === undefined || reserved[1].some((folder) => isInside(importer, folder))) return undefined;
  return `only ${reserved[1].join(' and ')} may import it`;
}

function nameOf(target: Import): string {
  return target.kind === 'ours' ? target.path : target.name;
}
