import type { XmlNode } from '#shared/domain/exchange-1c/xml-node.ts';
import { printNode } from '../xml/print-node.ts';

/** Bytes of a CommerceML file, UTF-8. */
export const writeCommerceMl = (root: XmlNode): Uint8Array =>
  new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${printNode(root)}\n`);
