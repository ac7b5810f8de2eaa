import type { IsoDate } from '#shared/kernel/date.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';

export type TemplateFile = {
  readonly kind: DocumentKind;
  readonly edition: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

/** Forms that ship with the program, chosen by the document's own date. */
export type TemplateStore = {
  readonly pick: (kind: DocumentKind, date: IsoDate) => Promise<TemplateFile | null>;
  /** Field paths a template of the kind may use, for the linter. */
  readonly fieldsOf: (kind: DocumentKind) => Promise<readonly string[]>;
};
