import { protocol, type Session } from 'electron';
import { pageHeaders } from '#main/host/page-headers.ts';
import { readPageFile } from '#main/host/renderer-files.ts';
import { APP_SCHEME, isAppAddress } from './security/app-address.ts';

/** The one document of a session that prints. */
const DOCUMENT_PATH = '/document.docx';

/** Must run before the app is ready: Chromium learns its schemes once. */
export const declareAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);

/** Serves the built window under `app://`; `documentToPrint` only to the session of the draft printer. */
export const servePages = (session: Session, rendererFolder: string, documentToPrint?: () => Uint8Array): void =>
  session.protocol.handle(APP_SCHEME, async (request) => {
    if (!isAppAddress(request.url) || request.method !== 'GET') return missing();
    const { pathname } = new URL(request.url);
    if (documentToPrint !== undefined && pathname === DOCUMENT_PATH) {
      return new Response(new Uint8Array(documentToPrint()), { headers: pageHeaders('') });
    }
    const file = await readPageFile(rendererFolder, pathname);
    if (file === null) return missing();
    return new Response(file.bytes, { headers: { ...pageHeaders(file.name), 'Content-Type': file.type } });
  });

const missing = (): Response => new Response('', { status: 404, headers: pageHeaders('') });
