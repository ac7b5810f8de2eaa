import {
  readZip as readAnyZip,
  type ZipEntry,
  type ZipFailure as AnyZipFailure,
  type ZipLimits,
} from '#main/opc/read-zip.ts';
import { err, type Result } from '#shared/kernel/result.ts';

export type { ZipEntry, ZipLimits };

/** Why a template's package was refused, in the words of template problems. */
export type ZipFailure =
  | { readonly code: 'template.damaged'; readonly detail: string }
  | { readonly code: 'template.encrypted' }
  | { readonly code: 'template.tooLarge'; readonly limit: 'entries' | 'inflated' };

/** Reads the zip of a template from a stranger: see `opc/read-zip.ts`. */
export async function readZip(bytes: Uint8Array, limits: ZipLimits): Promise<Result<ZipEntry[], ZipFailure>> {
  const zip = await readAnyZip(bytes, limits);
  return zip.ok ? zip : err(templateFailure(zip.error));
}

function templateFailure(failure: AnyZipFailure): ZipFailure {
  switch (failure.code) {
    case 'encrypted':
      return { code: 'template.encrypted' };
    case 'damaged':
      return { code: 'template.damaged', detail: failure.detail };
    case 'tooLarge':
      return { code: 'template.tooLarge', limit: failure.limit };
  }
}
