// Plain JavaScript: it works before any type is stripped.
import { readFileSync } from 'node:fs';

/** Packages all of whose `.js` files are ES modules, and whose long package.json Node reads anew for each of them. */
const MODULE_PACKAGES = /\/node_modules\/(?:drizzle-orm|zod)\//u;

/**
 * Answers for imports whose address and kind are plain from their text, so that Node need not look for a package.json in
 * every folder above. Measured 2026-11: one command of the command line loads 1,100 modules and starts in 1.3 s instead of
 * 2.2 s. Null: Node's own search decides, and what does not exist is refused by the loading as ever.
 *
 * @param {URL} root folder of the program, with a slash at its end
 */
export const createQuickResolve = (root) => {
  const { imports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const aliases = Object.entries(imports).map(([name, place]) => [
    name.slice(0, -1),
    new URL(place.slice(0, -1), root).href,
  ]);
  const packages = new URL('node_modules/', root).href;

  /** @param {string} specifier @param {string | undefined} parent */
  return (specifier, parent = '') => {
    if (specifier.startsWith('#') && specifier.endsWith('.ts')) {
      const alias = aliases.find(([name]) => specifier.startsWith(name));
      return alias === undefined ? null : ours(`${alias[1]}${specifier.slice(alias[0].length)}`);
    }
    if (!specifier.startsWith('.') || !parent.startsWith(root.href)) return null;
    if (parent.startsWith(packages))
      return specifier.endsWith('.js') && MODULE_PACKAGES.test(parent)
        ? { url: new URL(specifier, parent).href, format: 'module' }
        : null;
    return specifier.endsWith('.ts') ? ours(new URL(specifier, parent).href) : null;
  };
};

const ours = (url) => ({ url, format: 'module-typescript' });
