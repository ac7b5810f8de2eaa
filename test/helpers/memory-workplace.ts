import { createHash } from 'node:crypto';
import { err, ok } from '#shared/kernel/result.ts';
import type { TemplateWorkplace } from '#main/ports/template-workplace.ts';

export type MemoryWorkplace = TemplateWorkplace & {
  readonly copies: Map<string, Uint8Array>;
  /** As when Word holds the file. */
  readonly held: Set<string>;
};

/** Working copies of templates in memory; nobody watches them. */
export const memoryWorkplace = (): MemoryWorkplace => {
  const copies = new Map<string, Uint8Array>();
  const held = new Set<string>();
  return {
    copies,
    held,
    pathOf: (fileName) => `/Шаблоны/${fileName}`,
    read: (fileName) => {
      if (held.has(fileName)) return Promise.resolve(err('busy'));
      const bytes = copies.get(fileName);
      if (bytes === undefined) return Promise.resolve(err('absent'));
      return Promise.resolve(ok({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') }));
    },
    write: (fileName, bytes) => {
      copies.set(fileName, bytes);
      return Promise.resolve(ok(null));
    },
    putAway: (fileName) => {
      const bytes = copies.get(fileName);
      copies.delete(fileName);
      if (bytes !== undefined) copies.set(`Убранные/${fileName.split('/').at(-1) ?? ''}`, bytes);
      return Promise.resolve(ok(null));
    },
    clear: () => {
      copies.clear();
      return Promise.resolve();
    },
    watch: () => () => undefined,
  };
};
