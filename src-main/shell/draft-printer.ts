import { BrowserWindow, session } from 'electron';
import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DraftPrinter } from '#main/ports/draft-printer.ts';
import { printPreferences } from './security/web-preferences.ts';

/** In memory, apart from the window's session: nothing of a printed page is kept. */
const PARTITION = 'draft-print';

/** Prints through a hidden page without scripts that can load nothing but itself. */
export const createDraftPrinter = (folder: string): DraftPrinter => ({
  printDraft: async (html) => {
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, `draft-${randomUUID()}.html`);
    const address = pathToFileURL(file).href;
    await writeFile(file, html);
    session.fromPartition(PARTITION).webRequest.onBeforeRequest(({ url }, answer) => {
      answer({ cancel: !url.startsWith('data:') && !isDraft(url, folder) });
    });
    const page = new BrowserWindow({ show: false, webPreferences: printPreferences(PARTITION) });
    try {
      await page.loadURL(address);
      return await page.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true });
    } finally {
      page.destroy();
      await rm(file, { force: true });
    }
  },
});

const isDraft = (address: string, folder: string): boolean => address.startsWith(`${pathToFileURL(folder).href}/draft-`);
