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

  test('reads cost and margin of a period by product; nothing is made yet', async () => {
    await anOrder();
    const { columns, rows, totals } = await make('cost-margin');
    expect(columns.map(({ title }) => title)).toEqual([
      'Заказ',
      'Товар',
      'Количество',
      'Цена заказа, ₽',
      'Себестоимость, ₽',
      'Маржа, ₽',
      'Маржинальность',
    ]);
    expect(rows).toEqual([]);
    expect(totals).toEqual(['С известной себестоимостью', '', '', '0,00', '0,00', '0,00', '']);
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
