/**
 * An element of an EnterpriseData message. The order of the children is the order of the schema (formats/README.md §2.5);
 * `null` stands where a value is absent, so that builders read like the schema. Texts are plain, the writer escapes them.
 */
export type EdElement = readonly [name: string, content: EdContent];
export type EdChildren = readonly (EdElement | null)[];
/** `shared` marks content that many elements repeat (our company, a counterparty): the writer prints it once and keeps it. */
export type EdContent = string | EdChildren | { readonly shared: EdChildren };

/** A text element, or nothing when the text is empty. */
export const text = (name: string, value: string): EdElement | null => (value === '' ? null : [name, value]);

export const flag = (name: string, value: boolean): EdElement => [name, value ? 'true' : 'false'];
