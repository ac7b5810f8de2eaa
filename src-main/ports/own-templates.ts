import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { PartyId, UserId } from '#shared/kernel/id.ts';
import type { Problem } from '#shared/kernel/problem.ts';

/** A template of the customer: a working copy that Word edits, and the version that documents are made with. */
export type OwnTemplate = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly name: string;
  /** Null: for all our companies. */
  readonly organisationId: PartyId | null;
  /** The working copy inside the folder of templates: «Счет на оплату/С логотипом.docx». */
  readonly fileName: string;
  readonly isOn: boolean;
  /** Version in force; 0 while no save was clean. */
  readonly version: number;
  readonly sha256: string | null;
  readonly since: IsoInstant | null;
  /** The working copy as it was checked last; another one on the disk is a save nobody looked at yet. */
  readonly checkedSha256: string;
  /** What the last check found; the version in force stays while one of them is an error. */
  readonly problems: readonly Problem[];
  readonly addedAt: IsoInstant;
  readonly addedBy: UserId;
};

export type OwnTemplateVersion = {
  readonly templateId: string;
  readonly version: number;
  readonly sha256: string;
  readonly at: IsoInstant;
  /** Null: saved in Word, and nobody can say by whom. */
  readonly by: UserId | null;
};

export type NewVersion = OwnTemplateVersion & { readonly size: number; readonly problems: readonly Problem[] };

export type OwnTemplateReader = {
  readonly get: (id: string) => OwnTemplate | null;
  /** Removed ones are not listed; by kind, then by age. */
  readonly list: () => readonly OwnTemplate[];
  /** What makes a new document: switched on for the company, else for all; null: the form that ships. */
  readonly inForce: (kind: DocumentKind, organisationId: PartyId) => string | null;
  /** Whether these bytes were ever a version of a template, a removed one included. */
  readonly isVersion: (sha256: string) => boolean;
  /** Newest first. */
  readonly versionsOf: (id: string) => readonly OwnTemplateVersion[];
  /** How many documents are printed with any version of the template. */
  readonly documentsOf: (id: string) => number;
};

export type OwnTemplateWriter = {
  /** `size`: of the bytes of `checkedSha256`, which are in the file store already. */
  readonly insert: (template: OwnTemplate, size: number) => void;
  readonly checked: (id: string, sha256: string, problems: readonly Problem[]) => void;
  /** Puts the next version in force; its bytes are in the file store already. */
  readonly addVersion: (version: NewVersion) => void;
  readonly switchTo: (id: string, isOn: boolean) => void;
  /** Its versions stay: documents are printed with them. */
  readonly remove: (id: string, at: IsoInstant) => void;
};
