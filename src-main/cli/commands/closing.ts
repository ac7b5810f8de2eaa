import { basename } from 'node:path';
import { PAPER_STATE_NAMES } from '#shared/domain/signing/course.ts';
import { formatDate, isoDate } from '#shared/kernel/date.ts';
import { counted } from '#shared/kernel/text.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { EXIT, type Command } from '../command.ts';
import { limitOf, optionText } from '../option-values.ts';
import { refusalOf, usage } from '../refusal.ts';
import { formatTable } from '../table.ts';
import { roubles } from './orders.ts';

const debt: Command = {
  words: 'documents debt',
  help: 'кто должен подписанные оригиналы: сумма, НДС, дни; -o ФАЙЛ.xlsx сохраняет таблицу',
  positionals: [],
  options: { org: { type: 'string' }, output: { type: 'string', short: 'o' } },
  run: ({ options, withCore, host }) =>
    withCore(async (core) => {
      const organisation = optionText(options, 'org');
      const found = await core.call('closing.debt', { organisation });
      if (!found.ok) return found;
      const { documents, sum, vat, items, managers } = found.value;
      const file = optionText(options, 'output');
      if (file !== undefined) {
        const book = await core.call('closing.export', { organisation, what: 'debt' });
        if (!book.ok) return book;
        const written = await host.writeFile(file, Buffer.from(book.value.bytes, 'base64'));
        if (!written.ok) return err(refusalOf(written.error));
      }
      const rows = items.map((one) => [
        one.counterparty,
        String(one.documents),
        roubles(one.sum),
        roubles(one.vat),
        String(one.days),
      ]);
      const table = formatTable(['Контрагент', 'Документов', 'Сумма, ₽', 'НДС, ₽', 'Дней'], rows, [1, 2, 3, 4]);
      const text =
        items.length === 0 ? 'Все подписанные оригиналы на месте' : `${table}\nВсего: ${documents}, ${roubles(sum)} ₽`;
      return ok({ exit: EXIT.done, json: { documents, sum, vat, items, managers }, text });
    }),
};

const register: Command = {
  words: 'documents register',
  help: 'реестр всех носителей в xlsx: -o ФАЙЛ.xlsx',
  positionals: [],
  options: { org: { type: 'string' }, output: { type: 'string', short: 'o' } },
  run: async ({ options, withCore, host }) => {
    const file = optionText(options, 'output');
    if (file === undefined) return err(usage('Нужен -o ФАЙЛ.xlsx'));
    return withCore(async (core) => {
      const book = await core.call('closing.export', { organisation: optionText(options, 'org') });
      if (!book.ok) return book;
      const written = await host.writeFile(file, Buffer.from(book.value.bytes, 'base64'));
      if (!written.ok) return err(refusalOf(written.error));
      const { rows } = book.value;
      return ok({ exit: EXIT.done, json: { file, rows }, text: `Сохранено: ${file}, строк ${rows}` });
    });
  },
};

const compare: Command = {
  words: 'documents compare',
  help: 'вернувшийся договор (docx или PDF с текстом) против отправленного',
  positionals: ['ID', 'FILE'],
  options: {},
  run: async ({ args, withCore, host }) => {
    const path = args[1] ?? '';
    const bytes = await host.readFile(path);
    if (!bytes.ok) return err(refusalOf(bytes.error));
    const file = { name: basename(path), bytes: Buffer.from(bytes.value).toString('base64') };
    return withCore(async (core) => {
      const made = await core.call('comparison.take', { commandId: host.uuid(), id: args[0] ?? '', ...file });
      if (!made.ok) return made;
      const { differences, verdict } = made.value;
      const lines = differences.map(({ clause, before, after }) => `${clause || '—'}: «${before}» → «${after}»`);
      const text = lines.length === 0 ? 'Отличий нет' : ['Отличия; подпись ждёт юриста:', ...lines].join('\n');
      return ok({ exit: EXIT.done, json: { id: made.value.id, verdict, differences }, text });
    });
  },
};

const takeCodes: Command = {
  words: 'reception take',
  help: 'принять оригиналы по штрихкодам: коды через запятую; --scan: пришли сканы',
  positionals: ['CODES'],
  options: { scan: { type: 'boolean' } },
  run: ({ args, options, withCore, host }) =>
    withCore(async (core) => {
      const as = options['scan'] === true ? 'scan' : 'original';
      const items = [];
      const problems = [];
      for (const code of (args[0] ?? '')
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean)) {
        const taken = await core.call('reception.take', { commandId: host.uuid(), code, as });
        if (taken.ok) items.push({ code, ...taken.value });
        else problems.push(...taken.error.problems);
      }
      const taken = items.filter(({ outcome }) => outcome === 'taken').length;
      const exit = problems.length === 0 ? EXIT.done : items.length > 0 ? EXIT.partly : EXIT.refused;
      const already = items.length - taken;
      const text = [
        `Принято: ${taken}${already === 0 ? '' : `, было раньше: ${already}`}`,
        ...problems.map(({ message }) => `• ${message}`),
      ].join('\n');
      return ok({ exit, json: { taken, already, items, problems }, text });
    }),
};

const takeScan: Command = {
  words: 'reception scan',
  help: 'разобрать скан PDF по штрихкодам; --original: через сканер прошли оригиналы',
  positionals: ['FILE'],
  options: { original: { type: 'boolean' } },
  run: async ({ args, options, withCore, host }) => {
    const path = args[0] ?? '';
    const bytes = await host.readFile(path);
    if (!bytes.ok) return err(refusalOf(bytes.error));
    const file = { name: basename(path), bytes: Buffer.from(bytes.value).toString('base64') };
    return withCore(async (core) => {
      const as = options['original'] === true ? 'original' : 'scan';
      const taken = await core.call('reception.scan', { commandId: host.uuid(), as, ...file });
      if (!taken.ok) return taken;
      const { pages, attached, unread, already } = taken.value;
      const text = already
        ? 'Этот скан уже разобран'
        : `${counted(pages, 'страница', 'страницы', 'страниц')}: приложено ${attached}, разобрать ${unread}`;
      return ok({ exit: EXIT.done, json: taken.value, text });
    });
  },
};

const remind: Command = {
  words: 'reminders',
  help: 'кому пора напомнить о документах; --make: письма (одно на контрагента) в исходящие, --all: и до срока',
  positionals: [],
  options: { org: { type: 'string' }, make: { type: 'boolean' }, all: { type: 'boolean' } },
  run: ({ options, withCore, host }) =>
    withCore(async (core) => {
      const filter = { organisation: optionText(options, 'org'), all: options['all'] === true };
      if (options['make'] === true) {
        const made = await core.call('reminders.make', { commandId: host.uuid(), ...filter });
        if (!made.ok) return made;
        const { letters, problems } = made.value;
        const text = [
          `Писем: ${letters.length}`,
          ...letters.map(({ counterparty, subject }) => `  ${counterparty}: ${subject}`),
        ].join('\n');
        return ok({ exit: problems.length === 0 ? EXIT.done : EXIT.partly, json: made.value, text });
      }
      const plan = await core.call('reminders.plan', filter);
      if (!plan.ok) return plan;
      const { documents, sum, items } = plan.value;
      const rows = items.map((one) => [
        one.counterparty,
        String(one.documents.length),
        roubles(one.sum),
        String(one.step),
      ]);
      const text =
        items.length === 0
          ? 'Напоминать некому'
          : formatTable(['Контрагент', 'Документов', 'Сумма, ₽', 'Ступень'], rows, [1, 2, 3]);
      return ok({ exit: EXIT.done, json: { documents, sum, items }, text });
    }),
};

const queue: Command = {
  words: 'documents queue',
  help: 'на подпись: документы по риску',
  positionals: [],
  options: { org: { type: 'string' }, limit: { type: 'string' } },
  run: async ({ options, withCore }) => {
    const limit = limitOf(options);
    if (!limit.ok) return limit;
    return withCore(async (core) => {
      const found = await core.call('signing.queue', { organisation: optionText(options, 'org') });
      if (!found.ok) return found;
      const items = found.value.items.slice(0, limit.value);
      const rows = items.map((card) => [
        card.title,
        card.number,
        formatDate(isoDate(card.date)),
        card.counterparty,
        roubles(card.sum),
        card.reasons.join(', ') || PAPER_STATE_NAMES[card.state],
      ]);
      const text =
        items.length === 0
          ? 'Всё подписано'
          : formatTable(['Документ', 'Номер', 'Дата', 'Контрагент', 'Сумма, ₽', 'Почему смотреть'], rows, [4]);
      return ok({ exit: EXIT.done, json: { ...found.value, items }, text });
    });
  },
};

const gate: Command = {
  words: 'orders gate',
  help: 'можно ли закрыть заказ: каких подписанных документов нет; --override ПРИЧИНА открывает тому, у кого есть право',
  positionals: ['ORDER'],
  options: { override: { type: 'string' } },
  run: ({ args, options, withCore, host }) =>
    withCore(async (core) => {
      const order = args[0] ?? '';
      const reason = optionText(options, 'override');
      if (reason !== undefined) {
        const opened = await core.call('closing.override', { commandId: host.uuid(), order, reason });
        if (!opened.ok) return opened;
      }
      const found = await core.call('closing.gate', { order });
      if (!found.ok) return found;
      const { open, items } = found.value;
      const missing = items.filter(({ isHere }) => !isHere).map(({ title, reason: why }) => `  ${title}: ${why}`);
      const text = [open ? 'Заказ можно закрыть' : 'Закрыть нельзя:', ...missing].join('\n');
      return ok({ exit: EXIT.done, json: found.value, text });
    }),
};

export const closingCommands: readonly Command[] = [debt, register, compare, queue, gate, takeCodes, takeScan, remind];
