import type { Validity } from '../../kernel/validity.ts';
import type { DocumentKind } from '../document/document.ts';

/** A dated edition of a form, with what differs between editions (documents.md D1, §2.2). */
export type FormEdition = Validity & {
  readonly id: string;
  readonly kind: DocumentKind;
  /** Reference to the act that brought the form, printed top right; empty where the form is free. */
  readonly reference: string;
  /** Does the form have line 5б, «к счету-фактуре … на аванс»? */
  readonly line5b: boolean;
  readonly column14Label: string;
  /** Caption under the signature of an ИП. */
  readonly ipCaption: string;
};

/** The only edition of a form that no act prescribes. */
export const freeForm = (kind: DocumentKind, id: string): FormEdition => ({
  id,
  kind,
  reference: '',
  line5b: false,
  column14Label: '',
  ipCaption: '',
  validFrom: null,
  validTo: null,
});
