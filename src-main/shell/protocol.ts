import { protocol, type Session } from 'electron';
import { pageHeaders } from '#main/host/page-headers.ts';
import { readPageFile } from '#main/host/renderer-files.ts';
import { APP_SCHEME, isAppAddress } from './security/app-address.ts';

/** Must run before the app is ready: Chromium learns its schemes once. */
export const declareAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);

/** Serves the built window under `app://`. */
export const servePages = (session: Session, rendererFolder: string): void =>
  session.protocol.handle(APP_SCHEME, async (request) => {
    const file = isAppAddress(request.url) && request.method === 'GET' ? await readPageFile(rendererFolder, new URL(request.url).pathname) : null;
    if (file === null) return new Response('', { status: 404, headers: pageHeaders('') });
    return new Response(file.bytes, { headers: { ...pageHeaders(file.name), 'Content-Type': file.type } });
  });
