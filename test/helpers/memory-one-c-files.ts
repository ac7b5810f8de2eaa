import { createHash } from 'node:crypto';
import { ok } from '#shared/kernel/result.ts';
import { readMessage } from '#main/exchange/enterprise-data/read-message.ts';
import { createMessageWriter } from '#main/exchange/enterprise-data/write-message.ts';
import { writeCommerceMl } from '#main/exchange/commerceml/write-commerceml.ts';
import { writeBankFile } from '#main/exchange/client-bank/write-bank-file.ts';
import { writeUpdXml } from '#main/exchange/upd-xml/write-upd-xml.ts';
import { readWorkbook } from '#main/exchange/xlsx/read-workbook.ts';
import { writeWorkbook } from '#main/exchange/xlsx/write-workbook.ts';
import type { OneCFiles } from '#main/ports/one-c-files.ts';

/** The exchange folder in memory, with the real writer. */
export const memoryOneCFiles = (): OneCFiles => {
  const kept = new Map<string, Uint8Array>();
  return {
    begin: (version, createdAt) => {
      let text = '';
      const message = createMessageWriter(
        {
          write: (piece): undefined => {
            text += piece;
          },
        },
        version,
        createdAt,
      );
      return Promise.resolve(
        ok({
          add: message.add,
          finish: async (name) => {
            await message.end();
            const bytes = new TextEncoder().encode(text);
            kept.set(name, bytes);
            return ok({ sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length });
          },
          abandon: () => Promise.resolve(),
        }),
      );
    },
    put: (name, bytes) => {
      kept.set(name, bytes);
      return Promise.resolve(ok(null));
    },
    read: (name, offset, length) => {
      const bytes = kept.get(name);
      return Promise.resolve(
        bytes === undefined ? null : { bytes: bytes.slice(offset, offset + length), size: bytes.length },
      );
    },
    workbook: writeWorkbook,
    readWorkbook,
    updXml: writeUpdXml,
    commerceMl: writeCommerceMl,
    bankFile: writeBankFile,
    readMessage,
  };
};
