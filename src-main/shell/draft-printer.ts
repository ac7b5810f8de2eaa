import { BrowserWindow, session, type WebContents } from 'electron';
import type { DraftPrinter } from '#main/ports/draft-printer.ts';
import { servePages } from './protocol.ts';
import { APP_URL } from './security/app-address.ts';
import { printPreferences } from './security/web-preferences.ts';

/** In memory, apart from the window's session: nothing of a printed page is kept. */
const PARTITION = 'draft-print';
/** The page of the built renderer that draws `document.docx` and then names itself so. */
const PRINT_URL = new URL('print.html', APP_URL).href;
const DRAWN = 'drawn';
const PATIENCE_MS = 30_000;

/** Prints through a hidden page that has no bridge and reaches nothing but the program's files and the one document. */
export const createDraftPrinter = (rendererFolder: string): DraftPrinter => {
  let current: Uint8Array = new Uint8Array();
  let last: Promise<unknown> = Promise.resolve();
  let isPrepared = false;

  const prepare = (): void => {
    if (isPrepared) return;
    isPrepared = true;
    servePages(session.fromPartition(PARTITION), rendererFolder, () => current);
  };

  const print = async (docx: Uint8Array): Promise<Uint8Array | null> => {
    prepare();
    current = docx;
    const page = new BrowserWindow({ show: false, webPreferences: printPreferences(PARTITION) });
    try {
      const drawn = isDrawn(page.webContents);
      await page.loadURL(PRINT_URL);
      if (!(await drawn)) return null;
      return await page.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true });
    } finally {
      page.destroy();
    }
  };

  return {
    printDraft: (docx) => {
      // One page at a time: they share the name of the document.
      const next = last.then(() => print(docx));
      last = next.catch(() => null);
      return next;
    },
  };
};

const isDrawn = (contents: WebContents): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE_MS);
    contents.on('page-title-updated', (_event, title) => {
      if (title !== DRAWN) return;
      clearTimeout(timer);
      resolve(true);
    });
  });
