import { expect, test } from 'vitest';
import { writeMailDraft } from '#main/exchange/mail/write-draft.ts';

const decoded = (part: string): string => Buffer.from(part, 'base64').toString('utf8');
const words = (text: string): string =>
  [...text.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/gu)].map(([, word = '']) => decoded(word)).join('');

test('a draft carries the addressee, a Russian subject, the text and every file under its own name', () => {
  const file = { name: 'УПД 1204 от 20.11.2026 «Зерно».pdf', bytes: Buffer.from('%PDF-1.7 байты') };
  const subject = 'Подписанные документы: ждём 41 оригинал от общества с длинным названием';
  const eml = Buffer.from(writeMailDraft({ to: 'a@example.ru', subject, text: 'Здравствуйте!\nЖдём.', files: [file] }));
  const text = eml.toString('utf8');
  expect(text).toMatch(/^To: a@example\.ru\r\nSubject: /u);
  expect(text).toContain('X-Unsent: 1');
  expect(words(/Subject: ([\s\S]*?)\r\nX-Unsent/u.exec(text)?.[1] ?? '')).toBe(subject);
  expect(text).toContain(`filename*=UTF-8''${encodeURIComponent(file.name)}`);
  const [, body = '', attached = ''] = text.split('Content-Transfer-Encoding: base64');
  expect(decoded(body.split('\r\n\r\n')[1]?.split('\r\n--')[0] ?? '')).toBe('Здравствуйте!\nЖдём.');
  expect(Buffer.from(attached.split('\r\n\r\n')[1]?.split('\r\n--')[0] ?? '', 'base64')).toEqual(file.bytes);
  for (const line of text.split('\r\n')) expect(line.length).toBeLessThan(400);
});

test('what a header holds cannot begin another header', () => {
  const mail = { to: 'a@example.ru\r\nBcc: thief@example.ru', subject: 'тема', text: '', files: [] };
  expect(Buffer.from(writeMailDraft(mail)).toString('utf8')).not.toMatch(/^Bcc:/mu);
});
