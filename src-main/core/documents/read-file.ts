import { appError, type AppError } from '#shared/contract/errors.ts';
import type { FileFormat } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { makeMissingPdfs } from './pdf-on-demand.ts';

/** The bytes that were made when the document was issued, whatever happened to templates and cards since. */
const readFile = async (
  deps: CoreDeps,
  id: string,
  format: FileFormat,
  version: number | undefined,
  signal: AbortSignal,
): Promise<Result<{ name: string; bytes: Uint8Array }, AppError>> => {
  const document = deps.base.read.documents.get(asId(id));
  if (document === null) return err(appError('document.unknown', { document: id }));
  if (format === 'pdf' && (version === undefined || version === document.version))
    await makeMissingPdfs(deps, [document], signal);
  const files = deps.base.read.documents.filesOf(document.id, version ?? document.version);
  const file = files.find((one) => one.format === format);
  const bytes = file ? await deps.files.read(file.sha256) : null;
  if (!file || bytes === null)
    return err(appError('document.noFile', { document: `${titleOf(document.kind)} № ${document.number}`, format }));
  return ok({ name: file.name, bytes });
};

export const getFile =
  (deps: CoreDeps): Handler<'documents.file'> =>
  async ({ signal }, input) => {
    const file = await readFile(deps, input.id, input.format, input.version, signal);
    return file.ok ? ok({ name: file.value.name, bytes: Buffer.from(file.value.bytes).toString('base64') }) : file;
  };

export const openFile =
  (deps: CoreDeps): Handler<'documents.open'> =>
  async ({ signal }, input) => {
    const file = await readFile(deps, input.id, input.format, input.version, signal);
    return file.ok ? ok({ opened: await deps.opener.openCopy(file.value.name, file.value.bytes) }) : file;
  };
