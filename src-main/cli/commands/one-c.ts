import { basename } from 'node:path';
import type { OutputOf } from '#shared/contract/index.ts';
import { REGISTER_FIELDS } from '#shared/domain/exchange-1c/register/columns.ts';
import { DEFAULT_ED_VERSION, ED_VERSIONS, isEdVersion } from '#shared/domain/exchange-1c/versions.ts';
import { formatVatRate, isVatRate } from '#shared/kernel/vat.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { counted } from '#shared/kernel/text.ts';
import { EXIT, type Command, type Core, type Options, type Refusal } from '../command.ts';
import { askedPeriod, PERIOD_OPTIONS } from '../export-file.ts';
import { optionText } from '../option-values.ts';
import { refusalOf, usage } from '../refusal.ts';
import { formatTable } from '../table.ts';
import { roubles } from './orders.ts';
import { saveExport } from './save-export.ts';

type Exported = OutputOf<'exchange.export'>;

const reportOf = (file: string, exported: Exported, manifests: readonly string[]) => ({
  file,
  manifest: manifests,
  counts: exported.counts,
  sum: exported.sum,
  vat: exported.vat,
  totals: exported.totals,
  register: exported.register,
  agrees: exported.agrees,
  sha256: exported.sha256,
  documents: exported.goes,
  changes: { new: exported.isNew, changed: exported.isChanged, unchanged: exported.unchanged },
  left_out: exported.leftOut.map(({ document, code, message, documentId, field, counterparty, sum }) => ({
    document,
    code,
    message,
    document_id: documentId,
    field,
    counterparty,
    sum,
  })),
  remarks: exported.remarks.map(({ document, code, message }) => ({ document, code, message })),
  annulled: exported.annulled.map(({ document, documentId }) => ({ document, document_id: documentId })),
  export_id: exported.exportId,
});

const textOf = (file: string, { goes, sum, vat, leftOut, remarks, unchanged }: Exported): string => {
  const broken = new Set(leftOut.map(({ documentId }) => documentId)).size;
  const rates = Object.entries(vat).map(
    ([rate, tax]) => `${isVatRate(rate) ? formatVatRate(rate) : rate}: ${roubles(tax)}`,
  );
  return [
    `Выгружено в «${file}»: ${counted(goes, 'документ', 'документа', 'документов')}, реализация на ${roubles(sum)}\u00A0₽.`,
    ...(rates.length > 0 ? [`НДС реализации: ${rates.join('; ')}.`] : []),
    ...(unchanged > 0 ? [`Уже в 1С и не менялись: ${unchanged}.`] : []),
    ...(broken > 0 ? [`Не выгружено ${broken}:`] : []),
    ...leftOut.map(({ document, counterparty, message }) => `• ${document}, ${counterparty}: ${message}`),
    ...(remarks.length > 0 ? ['Обратите внимание:'] : []),
    ...remarks.map(({ document, message }) => `• ${document}: ${message}`),
    'В 1С: Администрирование → Синхронизация данных → Загрузка данных EnterpriseData. Документы загрузятся непроведёнными.',
  ].join('\n');
};

const exportOneC: Command = {
  words: 'export 1c',
  help: 'файл EnterpriseData для 1С с манифестом рядом (.manifest.json, .manifest.xlsx); --changed: только новое и изменённое',
  positionals: [],
  options: { ...PERIOD_OPTIONS, format: { type: 'string' }, changed: { type: 'boolean' } },
  run: async ({ options, withCore, host }) => {
    const asked = askedOf(options);
    if (!asked.ok) return asked;
    const { file, ...input } = asked.value;
    return withCore(async (core) => {
      const exported = await core.call('exchange.export', { commandId: host.uuid(), ...input });
      if (!exported.ok) return exported;
      const saved = await saveExport(core, host, exported.value.exportId, file);
      if (!saved.ok) return saved;
      return ok({
        exit: exported.value.leftOut.length === 0 ? EXIT.done : EXIT.partly,
        json: reportOf(file, exported.value, saved.value),
        text: textOf(file, exported.value),
      });
    });
  },
};

const askedOf = (options: Options) => {
  const period = askedPeriod(options);
  if (!period.ok) return period;
  const format = optionText(options, 'format') ?? DEFAULT_ED_VERSION;
  if (!isEdVersion(format)) return err(usage(`Версии «${format}» нет: ${ED_VERSIONS.join(', ')}`));
  return ok({ ...period.value, format, onlyChanged: options['changed'] === true });
};

/** `number=2,date=0,sum=5`: columns of the sheet from 0, asked once for files of that look. */
const columnsOf = (options: Options): Result<Record<string, number> | undefined, Refusal> => {
  const text = optionText(options, 'columns');
  if (text === undefined) return ok(undefined);
  const columns: Record<string, number> = {};
  for (const part of text.split(',')) {
    const [, field = '', column = ''] = /^\s*([a-z]+)=(\d{1,3})\s*$/u.exec(part) ?? [];
    if (!REGISTER_FIELDS.some((known) => known === field))
      return err(usage(`«${part}» — не столбец: нужно вида number=2; известны ${REGISTER_FIELDS.join(', ')}`));
    columns[field] = Number(column);
  }
  return ok(columns);
};

type Compared = OutputOf<'exchange.compare'>;

const rowsOf = (rows: Compared['onlyOurs']) =>
  rows.map(({ number, date, counterparty, sum, other, documentId, line }) => ({
    number,
    date,
    counterparty,
    sum,
    ...(other === null ? {} : { sum_1c: other }),
    ...(documentId === null ? {} : { document_id: documentId }),
    ...(line === null ? {} : { line }),
  }));

const listText = (title: string, rows: Compared['onlyOurs']): string[] =>
  rows.length === 0
    ? [`${title}: нет`]
    : [
        `${title}: ${rows.length}`,
        formatTable(
          ['Номер', 'Дата', 'Контрагент', 'Сумма, ₽', 'В 1С, ₽'],
          rows.map((row) => [
            row.number,
            row.date ?? '',
            row.counterparty,
            roubles(row.sum),
            row.other === null ? '' : roubles(row.other),
          ]),
          [3, 4],
        ),
      ];

const compareOneC: Command = {
  words: 'export 1c-diff',
  help: 'сравнить с регистром из 1С (реестр документов, карточка счёта, ОСВ); --columns number=2,date=0,sum=5: если столбцы не узнаны',
  positionals: ['FILE.xlsx'],
  options: { org: { type: 'string' }, columns: { type: 'string' } },
  run: async ({ args, options, withCore, host }) => {
    const [path = ''] = args;
    const columns = columnsOf(options);
    if (!columns.ok) return columns;
    const bytes = await host.readFile(path);
    if (!bytes.ok) return err(refusalOf(bytes.error));
    return withCore(async (core: Core) => {
      const compared = await core.call('exchange.compare', {
        commandId: host.uuid(),
        file: basename(path),
        bytes: Buffer.from(bytes.value).toString('base64'),
        organisation: optionText(options, 'org'),
        columns: columns.value,
      });
      if (!compared.ok) return compared;
      const { onlyOurs, only1c, different, same, by, from, to, organisation, rows } = compared.value;
      return ok({
        exit: EXIT.done,
        json: {
          only_ours: rowsOf(onlyOurs),
          only_1c: rowsOf(only1c),
          different: rowsOf(different),
          same,
          by,
          from,
          to,
          organisation,
          rows,
        },
        text: [
          `${organisation}: строк в регистре ${rows}, совпало ${same}.`,
          ...listText('Только у нас', onlyOurs),
          ...listText('Только в 1С', only1c),
          ...listText('Суммы разные', different),
        ].join('\n'),
      });
    });
  },
};

const writeUpd: Command = {
  words: 'documents upd-xml',
  help: 'электронный УПД 5.03 для оператора ЭДО: из УПД, акта, накладной или счёта-фактуры; имя файла задаёт формат',
  positionals: ['ID'],
  options: { output: { type: 'string', short: 'o' } },
  run: ({ args, options, withCore, host }) =>
    withCore(async (core) => {
      const made = await core.call('exchange.updXml', { id: args[0] ?? '' });
      if (!made.ok) return made;
      const file = optionText(options, 'output') ?? made.value.name;
      const bytes = Buffer.from(made.value.bytes, 'base64');
      const written = await host.writeFile(file, bytes);
      if (!written.ok) return err(refusalOf(written.error));
      return ok({
        exit: EXIT.done,
        json: { file, name: made.value.name, bytes: bytes.length },
        text: `Записан «${file}». Оператору передайте его под именем ${made.value.name}`,
      });
    }),
};

export const oneCCommands: readonly Command[] = [exportOneC, compareOneC, writeUpd];
