import type { IsoDate } from '#shared/kernel/date.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { PartyId } from '#shared/kernel/id.ts';

export type TemplateFile = {
  readonly kind: DocumentKind;
  readonly edition: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

export type TemplateFor = {
  readonly organisationId: PartyId;
  /** Of a document that is issued already: the template it was made with. */
  readonly pinnedSha256?: string | undefined;
};

/** Forms chosen by the document's own date; the core puts the customer's own templates before those that ship. */
export type TemplateStore = {
  /** Without `whose`: the form that ships. */
  readonly pick: (kind: DocumentKind, date: IsoDate, whose?: TemplateFor) => Promise<TemplateFile | null>;
  /** Field paths a template of the kind may use, for the linter. */
  readonly fieldsOf: (kind: DocumentKind) => Promise<readonly string[]>;
  /** Data of one sample document of the kind, to try a template with; null where there is none. */
  readonly sampleOf: (kind: DocumentKind) => Promise<unknown>;
};
