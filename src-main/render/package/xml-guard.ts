import { SaxesParser } from 'saxes';
import { readXmlPart as readAnyXmlPart } from '#main/opc/read-xml-part.ts';
import { err, type Result } from '#shared/kernel/result.ts';

export type XmlFailure =
  | { readonly code: 'template.damaged'; readonly detail: string }
  | { readonly code: 'template.entities' };

/** The text of an XML part of a template, if it passes the guard of `opc/read-xml-part.ts`. */
export function readXmlPart(bytes: Uint8Array): Result<string, XmlFailure> {
  const part = readAnyXmlPart(bytes);
  if (part.ok) return part;
  return err(
    part.error.code === 'entities'
      ? { code: 'template.entities' }
      : { code: 'template.damaged', detail: part.error.detail },
  );
}

/** The attributes of the named elements. The text has passed the guard, so it is well-formed. */
export function attributesOf(text: string, names: ReadonlySet<string>): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (names.has(name.replace(/^.*:/, ''))) found.push({ ...attributes });
  });
  if (text !== '') parser.write(text).close();
  return found;
}
