import { appError, type AppError } from '#shared/contract/errors.ts';
import type { UserId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { FileStoreError } from '../../ports/file-store.ts';
import type { OwnTemplate } from '../../ports/own-templates.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { CoreDeps } from '../deps.ts';
import { findProblems, isError } from './find-problems.ts';

export type CheckDeps = Pick<CoreDeps, 'base' | 'files' | 'workplace' | 'clock' | 'linter' | 'templates' | 'renderer'>;

export type CheckRequest = {
  readonly id: string;
  /** Null: a save in Word, nobody asked. */
  readonly by: UserId | null;
  /** Looks even at a copy that was checked already. */
  readonly anew: boolean;
  /** Enters the outcome, in one transaction; the watch has no command to remember. */
  readonly enter: (action: (stores: WriteStores) => void) => void;
};

/**
 * Looks at the working copy of a template. A clean one becomes the next version: its bytes are on disk before the row that
 * names them, so that a kill in between leaves the version before it in force and the copy to be looked at again. One with
 * errors is only told of. Answers whether anything is different now.
 */
export const checkCopy = async (
  deps: CheckDeps,
  { id, by, anew, enter }: CheckRequest,
): Promise<Result<boolean, AppError>> => {
  const template = deps.base.read.ownTemplates.get(id);
  if (template === null) return err(appError('template.unknown', { template: id }));
  const copy = await deps.workplace.read(template.fileName);
  if (!copy.ok) {
    return copy.error === 'busy'
      ? err(appError('template.held', { file: template.fileName }))
      : restore(deps, template);
  }
  const { bytes, sha256 } = copy.value;
  if (sha256 === template.checkedSha256 && !anew) return ok(false);
  const problems = await findProblems(deps, template.kind, bytes);
  if (problems.some(isError) || sha256 === template.sha256) {
    enter((stores) => stores.ownTemplates.checked(id, sha256, problems));
    return ok(true);
  }
  const stored = await deps.files.put(bytes);
  if (!stored.ok) return err(refusalOfDisk(stored.error));
  enter((stores) => {
    // It may have been removed while it was being looked at.
    const now = stores.ownTemplates.get(id);
    if (now === null) return;
    const version = now.version + 1;
    stores.ownTemplates.addVersion({
      ...stored.value,
      templateId: id,
      version,
      at: deps.clock.now(),
      by,
      problems,
    });
  });
  return ok(true);
};

export const refusalOfDisk = (error: FileStoreError): AppError =>
  error.code === 'disk.full' ? appError('disk.full', {}) : appError('disk.failed', { reason: error.reason });

/** A working copy that somebody deleted, or that a kill kept from being written, comes back as it was checked last. */
const restore = async (deps: CheckDeps, template: OwnTemplate): Promise<Result<boolean, AppError>> => {
  const { checkedSha256, sha256, fileName } = template;
  const bytes = (await deps.files.read(checkedSha256)) ?? (sha256 === null ? null : await deps.files.read(sha256));
  if (bytes === null) return ok(false);
  const written = await deps.workplace.write(fileName, bytes);
  return written.ok ? ok(true) : err(refusalOfDisk(written.error));
};
