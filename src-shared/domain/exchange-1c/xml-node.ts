/** An element of the formats of the tax service and of CommerceML; empty attributes are left out. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | null)[];
  readonly text: string;
};

export const node = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (XmlNode | null)[]
): XmlNode => ({ name, attributes, children, text: '' });

export const leaf = (name: string, text: string): XmlNode => ({ name, attributes: {}, children: [], text });
