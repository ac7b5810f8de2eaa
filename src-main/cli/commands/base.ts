import { err, ok } from '#shared/kernel/result.ts';
import { EXIT, type Command } from '../command.ts';
import { dayOf, optionText } from '../option-values.ts';
import { refusalOf, usage } from '../refusal.ts';

const init: Command = {
  words: 'init',
  help: 'создать базу; --demo наполняет её демонстрационными данными',
  positionals: [],
  options: { demo: { type: 'boolean' }, today: { type: 'string' } },
  run: async ({ options, host, withCore }) => {
    const today = dayOf(options, 'today');
    if (!today.ok) return today;
    const created = await host.createBase(options['demo'] === true ? (today.value ?? host.today()) : null);
    if (!created.ok) return err(refusalOf(created.error));
    return withCore(async (core) => {
      const info = await core.call('base.info', {});
      if (!info.ok) return info;
      const { orders, counterparties, documents } = info.value;
      return ok({
        exit: EXIT.done,
        json: { base: created.value, orders, counterparties, documents },
        text: `База создана: ${created.value}\nЗаказов ${orders}, контрагентов ${counterparties}, документов ${documents}`,
      });
    });
  },
};

const doctor: Command = {
  words: 'doctor',
  help: 'проверить базу, файлы, шаблоны и реквизиты',
  positionals: [],
  options: {},
  run: ({ withCore }) =>
    withCore(async (core) => {
      const report = await core.call('base.doctor', {});
      if (!report.ok) return report;
      const lines = report.value.checks.map(({ name, ok: isOk, detail }) => `${isOk ? '✓' : '✗'} ${name}: ${detail}`);
      return ok({ exit: report.value.ok ? EXIT.done : EXIT.partly, json: report.value, text: lines.join('\n') });
    }),
};

const backup: Command = {
  words: 'backup',
  help: 'сделать проверенную копию базы',
  positionals: [],
  options: {},
  run: ({ host, withCore }) =>
    withCore(async (core) => {
      const copy = await core.call('base.backup', { commandId: host.uuid() });
      if (!copy.ok) return copy;
      return ok({ exit: EXIT.done, json: copy.value, text: `Копия сделана и проверена: ${copy.value.file}` });
    }),
};

const restore: Command = {
  words: 'restore',
  help: 'восстановить базу из копии; нынешнее состояние сохраняется рядом',
  positionals: ['FILE'],
  options: {},
  run: async ({ args, host }) => {
    const restored = await host.restore(args[0] ?? '');
    if (!restored.ok) return err(refusalOf(restored.error));
    return ok({ exit: EXIT.done, json: restored.value, text: `База восстановлена из ${restored.value.file}` });
  },
};

const serve: Command = {
  words: 'serve',
  help: 'показать окно в браузере на этом компьютере',
  positionals: [],
  options: { port: { type: 'string' } },
  run: async ({ options, host }) => {
    const port = Number(optionText(options, 'port') ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return err(usage('Порт — число от 0 до 65535'));
    const served = await host.serve(port);
    if (!served.ok) return err(refusalOf(served.error));
    const output = {
      exit: EXIT.done,
      json: { url: served.value.url },
      text: `Окно открыто здесь: ${served.value.url}\nОстановить: Ctrl+C`,
    };
    host.onReady(output);
    await served.value.stopped;
    return ok({ ...output, json: null, text: '' });
  },
};

export const baseCommands: readonly Command[] = [init, doctor, backup, restore, serve];
