import { PAPER_STATE_NAMES, PAPER_STATES } from '#shared/domain/signing/course.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { EXIT, type Command, type Output } from '../command.ts';
import { limitOf, optionText, overridesOf } from '../option-values.ts';
import { usage } from '../refusal.ts';
import { formatTable } from '../table.ts';
import { roubles } from './orders.ts';

const listDocuments: Command = {
  words: 'documents list',
  help: `реестр документов; --missing-original: отправленные, чей подписанный экземпляр не вернулся; --state ${PAPER_STATES.join('|')}`,
  positionals: [],
  options: {
    state: { type: 'string' },
    'missing-original': { type: 'boolean' },
    filter: { type: 'string' },
    limit: { type: 'string' },
  },
  run: async ({ options, withCore }) => {
    const stateText = optionText(options, 'state');
    const state = PAPER_STATES.find((known) => known === stateText);
    if (stateText !== undefined && state === undefined)
      return err(usage(`Состояния «${stateText}» нет: ${PAPER_STATES.join(', ')}`));
    const limit = limitOf(options);
    if (!limit.ok) return limit;
    return withCore(async (core) => {
      const page = await core.call('documents.list', {
        state,
        text: optionText(options, 'filter'),
        missingOriginal: options['missing-original'] === true,
        limit: limit.value,
      });
      if (!page.ok) return page;
      const { total, items } = page.value;
      const rows = items.map((row) => [
        row.title,
        row.number,
        row.date,
        row.counterparty,
        roubles(row.sum),
        PAPER_STATE_NAMES[row.state],
      ]);
      return ok({
        exit: EXIT.done,
        json: { total, items },
        text: `${formatTable(['Документ', 'Номер', 'Дата', 'Контрагент', 'Сумма, ₽', 'Состояние'], rows, [4])}\nВсего: ${total}`,
      });
    });
  },
};

type Card = OutputOf<'documents.get'>;

const VERSION_WORDS: Readonly<Record<Card['versions'][number]['state'], string>> = {
  inForce: 'действует',
  corrected: 'исправлена',
  replaced: 'заменена',
  annulled: 'аннулирована',
};

/** «Версия 2, исправление № 1 от 2026-11-25 · действует · Белова · причина», then its files. */
const versionLines = ({ version, revision, state, at, who, reason, files }: Card['versions'][number]): string[] => [
  [
    `Версия ${version}${revision ? `, исправление № ${revision.number} от ${revision.date}` : ''}`,
    VERSION_WORDS[state],
    `${at.slice(0, 10)} ${who}`,
    ...(reason === '' ? [] : [reason]),
  ].join(' · '),
  ...files.map(({ name }) => `  ${name}`),
];

const chainLine = ({ id, number, date, state }: Card['chain'][number]): string =>
  `  № ${number} от ${date} · ${state === 'annulled' ? 'аннулирован' : 'действует'} · ${id}`;

const cardOutput = (document: Card): Output => {
  const { id, title, number, date, version, counterparty, sum, vat, files, annulled, agreedVersion, versions, chain } =
    document;
  const text = [
    `${title} № ${number} от ${date}, версия ${version} · ${counterparty} · ${roubles(sum)} ₽, в том числе НДС ${roubles(vat)}`,
    ...(agreedVersion === null ? [] : [`Клиент согласовал версию ${agreedVersion}`]),
    ...(annulled ? [`Аннулирован: ${annulled.reason} · ${annulled.who}`] : []),
    ...(versions.length > 1 ? versions.flatMap(versionLines) : files.map(({ name }) => name)),
    ...(chain.length > 1 ? ['В том же заказе:', ...chain.filter((one) => one.id !== id).map(chainLine)] : []),
  ].join('\n');
  return { exit: EXIT.done, json: document, text };
};

const showDocument: Command = {
  words: 'documents show',
  help: 'один документ: версии и исправления с файлами, состоянием и причиной',
  positionals: ['ID'],
  options: {},
  run: ({ args, withCore }) =>
    withCore(async (core) => {
      const document = await core.call('documents.get', { id: args[0] ?? '' });
      if (!document.ok) return document;
      return ok(cardOutput(document.value));
    }),
};

const reissueDocument: Command = {
  words: 'documents reissue',
  help: 'новая версия под тем же номером и датой, у счета-фактуры и УПД 1 исправление; --force: и когда не устарел; --facsimile: с картинками печати и подписи',
  positionals: ['ID'],
  options: {
    force: { type: 'boolean' },
    override: { type: 'string', multiple: true },
    reason: { type: 'string' },
    facsimile: { type: 'boolean' },
  },
  run: async ({ args, options, withCore, host }) => {
    const overrides = overridesOf(options);
    if (!overrides.ok) return overrides;
    return withCore(async (core) => {
      const document = await core.call('documents.reissue', {
        commandId: host.uuid(),
        id: args[0] ?? '',
        force: options['force'] === true,
        overrides: overrides.value,
        reason: optionText(options, 'reason') ?? '',
        facsimile: options['facsimile'] === true,
      });
      return document.ok ? ok(cardOutput(document.value)) : document;
    });
  },
};

const annulDocument: Command = {
  words: 'documents annul',
  help: 'вывести документ из действия с причиной --reason; номер не повторится',
  positionals: ['ID'],
  options: { reason: { type: 'string' } },
  run: async ({ args, options, withCore, host }) => {
    const reason = optionText(options, 'reason')?.trim() ?? '';
    if (reason.length < 3) return err(usage('Нужна причина: --reason ТЕКСТ, хотя бы три знака'));
    return withCore(async (core) => {
      const document = await core.call('documents.annul', { commandId: host.uuid(), id: args[0] ?? '', reason });
      return document.ok ? ok(cardOutput(document.value)) : document;
    });
  },
};

const agreeOffer: Command = {
  words: 'documents agree',
  help: 'отметить согласие клиента с предложением в нынешней версии; --withdraw снимает отметку',
  positionals: ['ID'],
  options: { withdraw: { type: 'boolean' } },
  run: async ({ args, options, withCore, host }) =>
    withCore(async (core) => {
      const isAgreed = options['withdraw'] !== true;
      const document = await core.call('documents.agreeOffer', { commandId: host.uuid(), id: args[0] ?? '', isAgreed });
      return document.ok ? ok(cardOutput(document.value)) : document;
    }),
};

export const documentCommands: readonly Command[] = [
  listDocuments,
  showDocument,
  reissueDocument,
  annulDocument,
  agreeOffer,
];
