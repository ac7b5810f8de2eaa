import { SaxesParser } from 'saxes';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/** Elements within elements. Word's own documents stay below 60; the writers of the output recurse, so there must be an end. */
const DEEPEST = 400;

export type XmlFailure = { readonly code: 'damaged'; readonly detail: string } | { readonly code: 'entities' };

/**
 * Turns the bytes of an XML part into text, if it is UTF-8, well-formed and without a document type: entities of a stranger's document type
 * can unfold into gigabytes or name files of this machine, and Office never writes one.
 */
export function readXmlPart(bytes: Uint8Array): Result<string, XmlFailure> {
  const text = decode(bytes);
  if (text === undefined) return err({ code: 'damaged', detail: 'encoding' });
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return err({ code: 'entities' });
  const fault = firstFault(text);
  return fault === undefined ? ok(text) : err({ code: 'damaged', detail: fault });
}

/** Office writes UTF-8; UTF-16 would hide a document type from the search above. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? undefined : text;
  } catch {
    return undefined;
  }
}

function firstFault(text: string): string | undefined {
  const parser = new SaxesParser();
  let fault: string | undefined;
  let depth = 0;
  const note = (reason: string): void => {
    fault ??= reason;
  };
  parser.on('error', (error) => note(error.message));
  parser.on('opentag', () => {
    depth += 1;
    if (depth > DEEPEST) note('depth');
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.write(text).close();
  return fault;
}
