import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { attachCore } from '#main/host/attach.ts';
import { createNewBase } from '#main/host/create-base.ts';
import { noMainPorts } from '#main/host/main-ports.ts';
import { sourceOptions } from '#main/host/program.ts';
import { unwrap } from './a-core.ts';
import { sessionCaller } from './session-caller.ts';

export const ORDER_FILES = path.resolve(import.meta.dirname, '..', 'fixtures', 'orders');
export const ORGANISATIONS_FILE = path.join(ORDER_FILES, 'organisations.json');

/** ИНН of the first company of the file: ОСНО, no prefix, its series start at 1. */
export const OUR_INN = '8274424278';

export const A_BUYER = {
  fullName: 'Общество с ограниченной ответственностью «Гастроном на Площади»',
  shortName: 'ООО «Гастроном на Площади»',
  inn: '7199010019',
  kpp: '719901001',
  ogrn: '1197199010018',
  legalAddress: '300990, Тульская область, г. Тула, пл. Торговая, д. 19',
  signatories: [
    {
      position: 'Директор',
      lastName: 'Ярцева',
      firstName: 'Милана',
      middleName: 'Кирилловна',
      gender: 'f',
      grammarConfirmed: true,
    },
  ],
};

/** An order of the kind a script writes, that no check stops: one service, under a contract that is on file. */
export const anOrder = (number: string, overrides: Readonly<Record<string, unknown>> = {}) => ({
  number,
  date: '2026-11-18',
  organisationInn: OUR_INN,
  buyer: A_BUYER,
  contract: { kind: 'services', number: '7', date: '2026-01-12', subject: 'услуги по заказам Заказчика' },
  lines: [
    { kind: 'service', name: 'Настройка весов', unitName: 'усл. ед', unitCode: '876', quantity: '1', price: '1220' },
  ],
  ...overrides,
});

/** A folder for a whole file of tests, with Cyrillic and spaces in its path. */
export const sharedFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'Проба командной строки '));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const writeJson = (folder: string, name: string, value: unknown): string => {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(value));
  return file;
};

const readList = (file: string): unknown[] => z.array(z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));

/** A base of one's own, made in this process: the companies of the file and the given orders. */
export const makeBase = async (folder: string, name: string, orders: readonly object[] = []): Promise<string> => {
  const base = path.join(folder, name);
  const options = sourceOptions(base, 'open');
  unwrap(await createNewBase(base, options, noMainPorts, null));
  const host = unwrap(await attachCore(options));
  const call = await sessionCaller(host, 'admin');
  unwrap(
    await call('organisations.import', {
      commandId: crypto.randomUUID(),
      file: 'наши',
      organisations: readList(ORGANISATIONS_FILE),
    }),
  );
  const { problems } = unwrap(
    await call('orders.import', { commandId: crypto.randomUUID(), file: 'заказы', orders: [...orders] }),
  );
  await host.close();
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return base;
};
