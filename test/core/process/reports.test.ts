import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readZip } from '#main/opc/read-zip.ts';
import { ok } from '#shared/kernel/result.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { refused, startTestCore, unwrap } from '#test/helpers/a-core.ts';
import { aDealAtTheLawyer, anOffice, type Office } from './a-desk.ts';

let office: Office;

beforeEach(async () => {
  office = await anOffice();
});
afterEach(() => office.core.close());

const make = async (code: string) => unwrap(await office.admin.call('reports.make', { code }));

describe('orders that may be lost', () => {
  test('are listed once their day of shipment has passed, with their manager', async () => {
    await aDealAtTheLawyer(office);
    expect((await make('order-gaps')).rows).toEqual([]);
    office.core.moveToday(isoDate('2026-11-30'));
    expect((await make('order-gaps')).rows).toEqual([
      ['№\u00A031, Гастроном', 'Гастроном', '27.11.2026', 'день отгрузки прошёл', 'Сотрудник petrov'],
    ]);
  });
});

const anOrder = async () => {
  const manager = await office.as('petrov');
  const fields = { customer: 'Квант', responsible: 'petrov', sum: '90000.00', lines: ['Стол', 'Стул'] };
  return unwrap(await manager.call('records.create', { commandId: office.id(), process: 'production-order', fields }));
};

describe('the production company', () => {
  test('sees the lines of an order on its card', async () => {
    const { instanceId } = await anOrder();
    const manager = await office.as('petrov');
    const fields = { deadline: '2026-12-10' };
    const { sets } = unwrap(
      await manager.call('records.setFields', { commandId: office.id(), instance: instanceId, fields }),
    );
    expect(sets.map(({ title, rows }) => [title, rows.map(([name]) => name)])).toEqual([
      ['Товарные позиции', ['Стол', 'Стул']],
    ]);
  });

  test('reads cost and margin of a period by product, once the cost is entered', async () => {
    const order = await anOrder();
    const manager = await office.as('petrov');
    const item = unwrap(
      await manager.call('records.create', {
        commandId: office.id(),
        process: 'production-item',
        parent: order.instanceId,
        fields: { product: 'Стол', quantity: 2 },
      }),
    );
    expect(await make('cost-margin')).toMatchObject({
      rows: [[order.title, 'Стол', '2', '0,00', '', '', '']],
      notes: ['Себестоимость не указана: 1 из 1.'],
    });
    const fields = { cost: '30000.00' };
    unwrap(await manager.call('records.setFields', { commandId: office.id(), instance: item.instanceId, fields }));
    const { columns, rows, totals } = await make('cost-margin');
    expect(columns.map(({ title }) => title).slice(3)).toEqual([
      'Цена заказа, ₽',
      'Себестоимость, ₽',
      'Маржа, ₽',
      'Маржинальность',
    ]);
    expect(rows).toEqual([[order.title, 'Стол', '2', '0,00', '30\u00A0000,00', '−30\u00A0000,00', '']]);
    expect(totals?.slice(3)).toEqual(['0,00', '30\u00A0000,00', '−30\u00A0000,00', '']);
  });
});

describe('the freight company', () => {
  test('keeps the offers of carriers as they were made', async () => {
    const person = {
      login: 'putilin',
      fullName: 'Путилин',
      position: '',
      roles: ['logistician' as const],
      isActive: true,
    };
    unwrap(await office.admin.call('users.save', { commandId: office.id(), ...person }));
    const logistician = await office.as('putilin');
    const fields = { action: 'offer', carrier: 'Магистраль-Юг', rate: '78000.00', directions: 'Нижний – Самара' };
    unwrap(await logistician.call('records.create', { commandId: office.id(), process: 'freight-carrier', fields }));
    expect((await make('carrier-offers')).rows).toEqual([
      ['Магистраль-Юг', 'Нижний – Самара', '78\u00A0000,00', '', '', '', ''],
    ]);
  });

  test.each([
    ['carriers', 'Перевозчик'],
    ['carrier-offers', 'Перевозчик'],
    ['check-calls', 'Заявка'],
  ])('%s begins with the column «%s»', async (code, first) => {
    expect((await make(code)).columns[0]?.title).toBe(first);
  });
});

describe('a report as a file', () => {
  test('is a workbook, named by its title and the day', async () => {
    const { name, bytes } = unwrap(await office.admin.call('reports.export', { code: 'debtors', format: 'xlsx' }));
    expect(name).toBe('Дебиторская задолженность 20.11.2026.xlsx');
    expect(bytes.length).toBeGreaterThan(0);
  });

  test('without a print engine says so, and an unknown one is refused', async () => {
    expect(refused(await office.admin.call('reports.export', { code: 'debtors', format: 'pdf' })).code).toBe(
      'pdf.noEngine',
    );
    expect(refused(await office.admin.call('reports.export', { code: 'x', format: 'xlsx' })).code).toBe(
      'report.unknown',
    );
  });

  test('goes to print as a page with its head repeated and its words escaped', async () => {
    const printed: Uint8Array[] = [];
    const core = startTestCore({
      pdf: {
        engine: () => Promise.resolve('libreoffice'),
        convert: (files) => {
          printed.push(...files);
          return Promise.resolve(
            files.map(() => ok({ pdf: Buffer.from('%PDF'), pages: 1, isDraft: false, engine: 'libreoffice' as const })),
          );
        },
      },
    });
    const admin = await core.as('admin');
    const { name } = unwrap(await admin.call('reports.export', { code: 'price-table', format: 'pdf' }));
    expect(name).toBe('Таблица с актуальными прайс-листами 20.11.2026.pdf');
    const zip = unwrap(await readZip(printed[0] ?? new Uint8Array(), { entries: 20, inflatedBytes: 1_000_000 }));
    const page = zip.find((entry) => entry.name === 'word/document.xml');
    expect(page?.name).toBe('word/document.xml');
    expect(Buffer.from(page?.data ?? []).toString('utf8')).toContain('<w:tblHeader/>');
    core.close();
  });
});
