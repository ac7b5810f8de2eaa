import type { EdElement } from '#shared/domain/exchange-1c/element.ts';
import { edNamespace, type EdVersion } from '#shared/domain/exchange-1c/versions.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { createElementPrinter } from './print-element.ts';

/** Where a message goes piece by piece; `write` may answer with a promise that says when to go on. */
export type TextSink = { readonly write: (text: string) => Promise<void> | undefined };

export type MessageWriter = {
  /** Await what comes back, so that a slow disk holds back the reading of the base. */
  readonly add: (object: EdElement) => Promise<void> | undefined;
  readonly end: () => Promise<void>;
};

const PIECE_CHARS = 64 * 1024;

/** Envelope of formats/README.md §2.2. CreationDate is the only byte that two exports of the same data may differ in. */
const head = (version: EdVersion, createdAt: IsoInstant): string => {
  const namespace = edNamespace(version);
  return `<?xml version="1.0" encoding="UTF-8"?>
<Message xmlns:msg="http://www.1c.ru/SSL/Exchange/Message" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<msg:Header><msg:Format>${namespace}</msg:Format><msg:CreationDate>${createdAt.slice(0, 19)}</msg:CreationDate><msg:AvailableVersion>${version}</msg:AvailableVersion></msg:Header>
<Body xmlns="${namespace}">
`;
};

/** Writes a message object by object: whatever the period, only one piece of text is held. */
export const createMessageWriter = (sink: TextSink, version: EdVersion, createdAt: IsoInstant): MessageWriter => {
  const print = createElementPrinter();
  let pending = `\uFEFF${head(version, createdAt)}`;
  const flush = (): Promise<void> | undefined => {
    const piece = pending;
    pending = '';
    return sink.write(piece);
  };
  return {
    add: (object) => {
      pending += `${print(object)}\n`;
      return pending.length < PIECE_CHARS ? undefined : flush();
    },
    end: async () => {
      pending += '</Body>\n</Message>\n';
      await flush();
    },
  };
};
