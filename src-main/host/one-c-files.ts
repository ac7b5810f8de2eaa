import { createExchangeFolder } from '#main/adapters-node/exchange-folder.ts';
import { readMessage } from '#main/exchange/enterprise-data/read-message.ts';
import { createMessageWriter } from '#main/exchange/enterprise-data/write-message.ts';
import { writeCommerceMl } from '#main/exchange/commerceml/write-commerceml.ts';
import { writeBankFile } from '#main/exchange/client-bank/write-bank-file.ts';
import { writeUpdXml } from '#main/exchange/upd-xml/write-upd-xml.ts';
import { readWorkbook } from '#main/exchange/xlsx/read-workbook.ts';
import { writeWorkbook } from '#main/exchange/xlsx/write-workbook.ts';
import type { OneCFiles } from '#main/ports/one-c-files.ts';
import { ok } from '#shared/kernel/result.ts';

/** Files of the exchange with 1C, kept in a folder of the base. */
export const createOneCFiles = (path: string): OneCFiles => {
  const folder = createExchangeFolder(path);
  return {
    begin: async (version, createdAt) => {
      const draft = await folder.begin();
      if (!draft.ok) return draft;
      const message = createMessageWriter(draft.value, version, createdAt);
      return ok({
        add: message.add,
        finish: async (name) => {
          await message.end();
          return draft.value.finish(name);
        },
        abandon: draft.value.abandon,
      });
    },
    put: folder.put,
    read: folder.read,
    workbook: writeWorkbook,
    readWorkbook,
    updXml: writeUpdXml,
    commerceMl: writeCommerceMl,
    bankFile: writeBankFile,
    readMessage,
  };
};
