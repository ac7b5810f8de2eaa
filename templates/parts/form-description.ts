import type { DocumentKind, Json } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { editionsOf } from '#shared/domain/forms/editions.ts';
import type { IsoDate } from '#shared/kernel/date.ts';

/** `form.json`: what the program knows of a form without opening it. */
type FormDescription = {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly editions: readonly {
    readonly id: string;
    readonly validFrom: IsoDate | null;
    readonly validTo: IsoDate | null;
    readonly template: string;
  }[];
  /** Paths of the view that a template of this kind may use: `lines[].name`. */
  readonly fields: readonly string[];
};

const isList = (node: Json): node is readonly Json[] => Array.isArray(node);

const pathsOf = (node: Json, path: string): string[] => {
  if (typeof node !== 'object' || node === null) return [path];
  if (isList(node)) return node.length === 0 ? [`${path}[]`] : node.flatMap((item) => pathsOf(item, `${path}[]`));
  // A picture is one value for the template, whatever it is drawn from.
  if ('$paymentQr' in node) return [path];
  return Object.entries(node).flatMap(([key, value]) => pathsOf(value, path ? `${path}.${key}` : key));
};

/** Paths of a sample view, sorted, each once. */
export const fieldsOf = (sample: { readonly [key: string]: Json }): string[] =>
  [...new Set(pathsOf(sample, ''))].toSorted();

/** One form serves all editions of its kind: what differs between them is in the view. */
export const describeForm = (kind: DocumentKind, sample: { readonly [key: string]: Json }): FormDescription => ({
  kind,
  title: titleOf(kind),
  editions: editionsOf(kind).map(({ id, validFrom, validTo }) => ({
    id,
    validFrom,
    validTo,
    template: 'form.docx',
  })),
  fields: fieldsOf(sample),
});
