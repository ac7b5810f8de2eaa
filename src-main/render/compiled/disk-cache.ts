import type { CompiledTemplate } from './load-template.ts';
import type { TemplateCode } from './template-code.ts';

export interface DiskCache {
  read(key: string): Promise<CompiledTemplate | undefined>;
  write(key: string, code: TemplateCode): Promise<void>;
}

export function createDiskCache(_folder: string): DiskCache {
  return { read: () => Promise.resolve(undefined), write: () => Promise.resolve() };
}
