import type { DocumentFile } from '#shared/domain/document/document.ts';

/** The file that leaves the house: an exact PDF where there is one, else the .docx. */
export const outgoingFile = (files: readonly DocumentFile[]): DocumentFile | null =>
  files.find(({ format, isDraft }) => format === 'pdf' && !isDraft) ??
  files.find(({ format }) => format === 'docx') ??
  null;
