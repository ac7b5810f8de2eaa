import { expect, test } from 'vitest';
import { isAppAddress } from '#main/shell/security/app-address.ts';
import { allowedExternalLink } from '#main/shell/security/external-links.ts';
import { mayNavigate } from '#main/shell/security/navigation.ts';
import { isPermitted } from '#main/shell/security/permissions.ts';
import { canKeepSecrets, secretFileName } from '#main/shell/security/secret-storage.ts';
import { isTrustedSender } from '#main/shell/security/sender.ts';
import { printPreferences, webPreferences } from '#main/shell/security/web-preferences.ts';
import { decideWindowOpen } from '#main/shell/security/window-open.ts';

test.each([
  ['app://komplekt/', true],
  ['app://komplekt/index.html#/orders/145', true],
  ['app://komplekt.evil.example/', false],
  ['app://evil/?app://komplekt/', false],
  ['app://user@komplekt/', false],
  ['https://komplekt/', false],
  ['file:///app://komplekt/', false],
  ['', false],
  ['не адрес', false],
])('%j is our page: %s', (address, expected) => {
  expect(isAppAddress(address)).toBe(expected);
});

test.each([
  ['app://komplekt/', true, true],
  ['https://www.nalog.gov.ru/', true, false],
  ['file:///etc/passwd', true, false],
  ['javascript:alert(1)', true, false],
  ['data:text/html,<h1>', true, false],
  ['about:blank', true, false],
  ['blob:app://komplekt/0a1b', true, false],
  ['blob:app://komplekt/0a1b', false, true],
  ['about:srcdoc', false, true],
  ['about:blank', false, true],
  ['blob:https://evil.example/0a1b', false, false],
  ['https://evil.example/', false, false],
  ['data:text/html,<h1>', false, false],
])('going to %s in the main frame (%s) is allowed: %s', (address, isMainFrame, expected) => {
  expect(mayNavigate(address, isMainFrame)).toBe(expected);
});

test.each([
  ['https://www.nalog.gov.ru/rn77/', 'https://www.nalog.gov.ru/rn77/'],
  ['https://WWW.POCHTA.RU/tracking?barcode=1', 'https://www.pochta.ru/tracking?barcode=1'],
  ['http://www.nalog.gov.ru/', null],
  ['https://www.nalog.gov.ru.evil.example/', null],
  ['https://evil.example/www.nalog.gov.ru', null],
  ['https://www.nalog.gov.ru@evil.example/', null],
  ['https://user:pass@www.nalog.gov.ru/', null],
  ['https://www.nalog.gov.ru:8443/', null],
  ['file:///C:/Windows/System32/calc.exe', null],
  ['ms-msdt:/id', null],
  ['mailto:a@b.ru', null],
  ['', null],
])('the outside link %j becomes %j', (address, expected) => {
  expect(allowedExternalLink(address)).toBe(expected);
  expect(decideWindowOpen(address)).toEqual({ action: 'deny', openOutside: expected });
});

test.each([
  [{ address: 'app://komplekt/', isOurWindow: true, isMainFrame: true }, true],
  [{ address: 'app://komplekt/', isOurWindow: true, isMainFrame: false }, false],
  [{ address: 'app://komplekt/', isOurWindow: false, isMainFrame: true }, false],
  [{ address: 'https://evil.example/', isOurWindow: true, isMainFrame: true }, false],
  [{ address: null, isOurWindow: true, isMainFrame: true }, false],
])('a message from %j is heard: %s', (sender, expected) => {
  expect(isTrustedSender(sender)).toBe(expected);
});

test('pages live in a box', () => {
  const shared = {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  };
  expect(webPreferences('/preload.cjs', false)).toMatchObject({ ...shared, preload: '/preload.cjs', devTools: false });
  expect(printPreferences('draft')).toMatchObject({ ...shared, partition: 'draft', devTools: false });
  expect(printPreferences('draft').preload).toBeUndefined();
});

test.each([
  ['clipboard-sanitized-write', true],
  ['clipboard-read', false],
  ['media', false],
  ['geolocation', false],
  ['openExternal', false],
])('the permission %s is given: %s', (permission, expected) => {
  expect(isPermitted(permission)).toBe(expected);
});

test.each([
  [{ platform: 'win32', isAvailable: true, backend: '' }, true],
  [{ platform: 'linux', isAvailable: true, backend: 'gnome_libsecret' }, true],
  [{ platform: 'linux', isAvailable: true, backend: 'basic_text' }, false],
  [{ platform: 'linux', isAvailable: true, backend: 'unknown' }, false],
  [{ platform: 'darwin', isAvailable: false, backend: '' }, false],
] as const)('secrets can be kept with %j: %s', (storage, expected) => {
  expect(canKeepSecrets(storage)).toBe(expected);
});

test.each([
  ['crm.moysklad', 'crm.moysklad.bin'],
  ['../../evil', null],
  ['.hidden', null],
  ['a/b', null],
  ['a\\b', null],
  ['', null],
])('the secret %j lies in %j', (name, expected) => {
  expect(secretFileName(name)).toBe(expected);
});
