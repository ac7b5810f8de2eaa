import { expect, test } from 'vitest';
import { recordUuid } from '#shared/domain/exchange-1c/record-id.ts';
import { uuidV5In } from '#shared/domain/exchange-1c/uuid-v5.ts';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test.each([
  ['python.org', '886313e1-3b8a-5372-9b90-0c9aee199e5d'],
  ['www.example.com', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
  ['', '4ebd0208-8328-5d69-8c44-ec50939c0967'],
  ['длинное имя, которое не помещается в один блок алгоритма целиком', 'f1d79e3b-ceb4-5be4-9f90-7fbe56cd97ea'],
])('the UUID of «%s» is the one that everybody computes', (name, expected) => {
  const uuid = uuidV5In(DNS)(name);
  expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(uuid).toBe(expected);
});

test('the UUIDs of our records never change: 1C keeps them for ever', () => {
  expect([
    recordUuid('party', 'party-zerno'),
    recordUuid('sale', 'document-1'),
    recordUuid('product', 'K-100'),
  ]).toEqual(FROZEN);
});

const FROZEN = [
  'a6399c53-2cb9-5d6c-98f9-1531ed66c73f',
  'f2b10994-7367-5f8e-9e98-4195ee228659',
  '332843e5-be14-5bd1-b982-b41585a93009',
];
