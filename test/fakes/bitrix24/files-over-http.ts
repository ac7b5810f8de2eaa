import { emptyAnswer, htmlAnswer, jsonAnswer, type FakeAnswer, type FakeRequest } from '../http/wire.ts';
import { saveFile } from './disk.ts';
import { errorBody } from './call.ts';
import { bytesOf } from './file-fields.ts';
import { isFreshSignature } from './item-shape.ts';
import type { Portal } from './portal.ts';
import { RestError } from './rest-error.ts';
import { fieldsOf, idOf, isYes, textOf } from '../http/values.ts';

/** Without these the portal's front server says 404 (crm.md §1.2). */
const NEEDED_HEADERS = ['user-agent', 'accept', 'accept-language', 'referer'] as const;

/**
 * Signed links of files: `download.json`, `crm.controller.item.getFile.json` and the like, and `upload.json`, which takes
 * the form field `file`. A link lives ten minutes.
 */
export const answerFileLink = (portal: Portal, request: FakeRequest, url: URL): FakeAnswer => {
  const auth = url.searchParams.get('auth') ?? '';
  const token = url.searchParams.get('token') ?? '';
  if (!isFreshSignature(portal, auth)) return htmlAnswer(404, '404 Not Found');
  if (url.pathname.endsWith('/upload.json')) return upload(portal, request, token);
  const referer = request.headers['referer'] ?? '';
  if (NEEDED_HEADERS.some((name) => (request.headers[name] ?? '') === '') || !referer.startsWith(portal.origin())) {
    return htmlAnswer(404, '404 Not Found');
  }
  const bytes = bytesOf(portal, idOf(token.split('|')[1]) ?? 0);
  if (bytes === null) return htmlAnswer(404, '404 Not Found');
  return { ...emptyAnswer(200, { 'content-type': 'application/octet-stream' }), body: bytes };
};

const upload = (portal: Portal, request: FakeRequest, token: string): FakeAnswer => {
  const { folder, name, isUniqueMade } = fieldsOf(JSON.parse(token));
  const bytes = filePart(request);
  if (bytes === null)
    return jsonAnswer(400, errorBody(new RestError(400, 'ERROR_COULD_NOT_SAVE_FILE', 'Could not save file')));
  try {
    return jsonAnswer(200, { result: saveFile(portal, Number(folder), textOf(name), bytes, isYes(isUniqueMade)) });
  } catch (error) {
    if (error instanceof RestError) return jsonAnswer(error.status, errorBody(error));
    throw error;
  }
};

/** The bytes of the part named `file`; null where the form has none. */
const filePart = (request: FakeRequest): Uint8Array | null => {
  const boundary = /boundary="?([^";]+)"?/u.exec(request.headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return null;
  const body = Buffer.from(request.body);
  const mark = Buffer.from(`--${boundary}`);
  for (let from = body.indexOf(mark); from >= 0;) {
    const next = body.indexOf(mark, from + mark.length);
    if (next < 0) return null;
    const part = body.subarray(from + mark.length + 2, next - 2);
    const headEnd = part.indexOf('\r\n\r\n');
    if (headEnd >= 0 && /name="file"/u.test(part.subarray(0, headEnd).toString('utf8')))
      return part.subarray(headEnd + 4);
    from = next;
  }
  return null;
};
