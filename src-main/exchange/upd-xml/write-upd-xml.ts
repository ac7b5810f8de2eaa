import iconv from 'iconv-lite';
import type { XmlNode } from '#shared/domain/exchange-1c/xml-node.ts';
import { printNode } from '../xml/print-node.ts';

/** A letter that windows-1251 lacks goes as a reference: a stranger's name must not turn into «?». */
const withReferences = (text: string): string =>
  Array.from(text, (char) =>
    char.charCodeAt(0) < 128 || iconv.decode(iconv.encode(char, 'win1251'), 'win1251') === char
      ? char
      : `&#${char.codePointAt(0)};`,
  ).join('');

/** Bytes of a file for an operator of electronic documents, in windows-1251 as its format asks. */
export const writeUpdXml = (root: XmlNode): Uint8Array =>
  iconv.encode(`<?xml version="1.0" encoding="windows-1251"?>\n${withReferences(printNode(root))}\n`, 'win1251');
