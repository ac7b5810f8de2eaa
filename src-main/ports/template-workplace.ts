import type { Result } from '#shared/kernel/result.ts';
import type { FileStoreError } from './file-store.ts';

export type WorkingCopy = { readonly bytes: Uint8Array; readonly sha256: string };

/** Working copies of the customer's templates, in a folder where Word edits them. Names: «<kind>/<name>.docx». */
export type TemplateWorkplace = {
  readonly pathOf: (fileName: string) => string;
  /** `busy`: another program holds the file; when it lets go the watch tells of it. */
  readonly read: (fileName: string) => Promise<Result<WorkingCopy, 'absent' | 'busy'>>;
  readonly write: (fileName: string, bytes: Uint8Array) => Promise<Result<null, FileStoreError>>;
  /** Moves a copy into «Убранные» beside the kinds; an absent one is no matter. */
  readonly putAway: (fileName: string) => Promise<Result<null, FileStoreError>>;
  /** Takes every copy away, those put away too: the base they belonged to is being emptied. */
  readonly clear: () => Promise<void>;
  /** Tells of each save once Word has finished it; the answer stops the watch. */
  readonly watch: (onSave: (fileName: string) => void) => () => void;
};
