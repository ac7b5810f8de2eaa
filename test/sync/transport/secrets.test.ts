import { expect, test } from 'vitest';
import { isSafeUrl, parseMoySkladAddress, parseWebhook, redirectOrigin } from '#main/sync/transport/address.ts';
import { readJson } from '#main/sync/transport/read-json.ts';
import { redact, redactingLogger } from '#main/sync/transport/redact.ts';

test.each([
  ['https://romashka.bitrix24.ru/rest/12/s3cr3tc0de/crm.item.list'],
  ['https://romashka.bitrix24.ru/rest/api/12/s3cr3tc0de/tasks.task.add'],
  ['https://romashka.bitrix24.ru/rest/download.json?auth=s3cr3tc0de&id=4'],
  ['{"urlMachine":"https://portal/rest/file?token=s3cr3tc0de"}'],
  ['{"DOWNLOAD_URL":"s3cr3tc0de"}'],
  ['Authorization: Bearer s3cr3tc0de'],
  ['GET https://store.example/file?signature=s3cr3tc0de&x=1'],
])('a secret leaves the text wherever a CRM puts it: %s', (text) => {
  expect(redact(text)).not.toContain('s3cr3tc0de');
});

test('the very values that we hold leave any text', () => {
  expect(redact('ошибка у abc123def456 в строке', ['abc123def456'])).toBe('ошибка у ••• в строке');
});

test('a log that was given a secret by mistake does not show it', () => {
  const lines: unknown[] = [];
  const keep = (event: string, fields: unknown) => void lines.push([event, fields]);
  const log = redactingLogger({ info: keep, error: keep }, ['t0ken-value']);
  log.info('crm.call', { url: 'https://a.bitrix24.ru/rest/1/secretcode/profile', note: 't0ken-value', status: 200 });
  log.error('t0ken-value failed');
  expect(JSON.stringify(lines)).not.toMatch(/secretcode|t0ken-value/u);
  expect(JSON.stringify(lines)).toContain('200');
});

test.each([
  ['https://romashka.bitrix24.ru/rest/12/abc123/'],
  ['https://romashka.bitrix24.ru/rest/12/abc123'],
  ['  https://romashka.bitrix24.ru/rest/12/abc123/profile.json '],
  ['https://romashka.bitrix24.ru/rest/api/12/abc123/'],
])('a webhook is understood however it was copied: %s', (text) => {
  expect(parseWebhook(text, null)).toEqual({
    ok: true,
    value: { origin: 'https://romashka.bitrix24.ru', userId: '12', code: 'abc123' },
  });
});

test('the code of a webhook may come apart from its address', () => {
  expect(parseWebhook('https://romashka.bitrix24.ru/rest/12/', 'abc123')).toMatchObject({
    ok: true,
    value: { code: 'abc123' },
  });
});

test.each([
  ['ромашка', 'notAddress'],
  ['ftp://romashka.bitrix24.ru/rest/1/abc/', 'notAddress'],
  ['http://romashka.bitrix24.ru/rest/1/abc123/', 'plainHttp'],
  ['http://192.168.1.5/rest/1/abc123/', 'plainHttp'],
  ['http://localhost.evil.example/rest/1/abc123/', 'plainHttp'],
  ['https://romashka.bitrix24.ru/crm/deal/', 'notWebhook'],
  ['https://romashka.bitrix24.ru/rest/1/', 'notWebhook'],
])('%s is refused: %s', (text, error) => {
  expect(parseWebhook(text, null)).toEqual({ ok: false, error });
});

test.each([
  'http://127.0.0.1:40001/rest/1/abc123/',
  'http://localhost:8080/rest/1/abc123/',
  'http://[::1]:9/rest/1/abc123/',
])('plain http reaches this very computer: %s', (text) => {
  expect(parseWebhook(text, null).ok).toBe(true);
  expect(isSafeUrl(new URL(text))).toBe(true);
});

test.each([
  ['https://api.moysklad.ru', 'https://api.moysklad.ru/api/remap/1.2'],
  ['https://api.moysklad.ru/api/remap/1.2/', 'https://api.moysklad.ru/api/remap/1.2'],
  ['http://127.0.0.1:4/api/remap/1.2', 'http://127.0.0.1:4/api/remap/1.2'],
])('the address of МойСклад %s is %s', (text, value) => {
  expect(parseMoySkladAddress(text)).toEqual({ ok: true, value });
});

test.each([
  ['https://new.bitrix24.ru/rest/1/abc/profile', 'https://new.bitrix24.ru'],
  ['/rest/1/abc/profile', 'https://old.bitrix24.ru'],
  ['https://evil.example/rest/1/abc/profile', null],
  ['https://bitrix24.ru.evil.example/', null],
  ['http://new.bitrix24.ru/rest/1/abc/profile', null],
  ['https://%%%/', null],
])('a redirect to %s leads to %s', (location, origin) => {
  expect(redirectOrigin('https://old.bitrix24.ru/rest/1/abc/profile', location)).toBe(origin);
});

const answer = (text: string) => ({ status: 200, headers: {}, body: new TextEncoder().encode(text) });

test.each([
  ['{"result":1}', { ok: true, value: { result: 1 } }],
  ['<html>Вход в сеть гостиницы</html>', { ok: false, error: 'html' }],
  ['{"result":{"items":[{"id":1},{"id"', { ok: false, error: 'notJson' }],
  ['', { ok: false, error: 'notJson' }],
])('%s is read as what it is', (text, expected) => {
  expect(readJson(answer(text))).toEqual(expected);
});
