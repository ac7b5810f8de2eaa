import { basename } from 'node:path';
import { incomingPaper } from '#shared/contract/incoming.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { INCOMING_KINDS, INCOMING_TITLES, isIncomingKind } from '#shared/domain/incoming/incoming.ts';
import { formatDate, isoDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { EXIT, type Command, type CommandContext, type Core, type Output, type Refusal } from '../command.ts';
import { limitOf, optionText } from '../option-values.ts';
import { entriesOf, readJson } from '../read-json.ts';
import { refusalOf, usage } from '../refusal.ts';
import { formatTable } from '../table.ts';
import { roubles } from './orders.ts';

type Card = OutputOf<'incoming.get'>;

const nameOf = ({ title, number, date, counterparty }: Card): string =>
  `${title} № ${number} от ${formatDate(isoDate(date))}, ${counterparty}`;

const added = (card: Card): Output => ({
  exit: EXIT.done,
  json: card,
  text: `Внесён: ${nameOf(card)}, ${roubles(card.sum)}\u00A0₽${card.file === null ? '' : `, файл «${card.file}»`}`,
});

const add: Command = {
  words: 'incoming add',
  help: `внести документ поставщика или перевозчика (${INCOMING_KINDS.join(', ')}): { kind, organisation, party, order, number, date, due, sum, vat, lines | rates }; --file: скан или файл документа`,
  positionals: ['FILE.json'],
  options: { file: { type: 'string' } },
  run: async (context) => {
    const json = await readJson(context, context.args[0] ?? '');
    if (!json.ok) return json;
    const [entry] = entriesOf(json.value, 'incoming');
    const paper = incomingPaper.safeParse(entry);
    if (!paper.success) {
      const [issue] = paper.error.issues;
      return err(usage(`В файле не документ: поле «${issue?.path.join('.') ?? ''}»`));
    }
    const scan = optionText(context.options, 'file');
    const bytes = scan === undefined ? null : await context.host.readFile(scan);
    if (bytes !== null && !bytes.ok) return err(refusalOf(bytes.error));
    return context.withCore(async (core) => {
      const made = await core.call('incoming.add', { commandId: context.host.uuid(), paper: paper.data });
      if (!made.ok) return made;
      return bytes === null || scan === undefined
        ? ok(added(made.value))
        : attach(core, context, made.value.id, scan, bytes.value);
    });
  },
};

const attach = async (
  core: Core,
  { host }: CommandContext,
  id: string,
  path: string,
  bytes: Uint8Array,
): Promise<Result<Output, Refusal>> => {
  const file = { name: basename(path), bytes: Buffer.from(bytes).toString('base64') };
  const attached = await core.call('incoming.attach', { commandId: host.uuid(), id, ...file });
  return attached.ok ? ok(added(attached.value)) : attached;
};

const list: Command = {
  words: 'incoming list',
  help: 'входящие документы с оплатой; --kind, --org ИНН, --state entered|annulled, --filter слова',
  positionals: [],
  options: {
    filter: { type: 'string' },
    kind: { type: 'string' },
    org: { type: 'string' },
    state: { type: 'string' },
    limit: { type: 'string' },
  },
  run: async ({ options, withCore }) => {
    const limit = limitOf(options);
    if (!limit.ok) return limit;
    const [kind, state] = [optionText(options, 'kind'), optionText(options, 'state')];
    if (kind !== undefined && !isIncomingKind(kind))
      return err(usage(`Вида «${kind}» нет: ${INCOMING_KINDS.join(', ')}`));
    if (state !== undefined && state !== 'entered' && state !== 'annulled')
      return err(usage(`Состояния «${state}» нет: entered или annulled`));
    return withCore(async (core) => {
      const found = await core.call('incoming.list', {
        text: optionText(options, 'filter'),
        organisation: optionText(options, 'org'),
        kind,
        state,
        limit: limit.value,
      });
      if (!found.ok) return found;
      const { total, items } = found.value;
      const rows = items.map((item) => [
        INCOMING_TITLES[item.kind],
        item.number,
        formatDate(isoDate(item.date)),
        item.counterparty,
        roubles(item.sum),
        roubles(item.paid),
        item.due === null ? '' : formatDate(isoDate(item.due)),
      ]);
      const head = ['Документ', 'Номер', 'Дата', 'Поставщик', 'Сумма, ₽', 'Оплачено, ₽', 'Оплатить до'];
      const text = items.length === 0 ? 'Входящих документов нет' : formatTable(head, rows, [4, 5]);
      return ok({ exit: EXIT.done, json: { total, items }, text });
    });
  },
};

const annul: Command = {
  words: 'incoming annul',
  help: 'аннулировать входящий документ с причиной; в списке он остаётся',
  positionals: ['ID'],
  options: { reason: { type: 'string' } },
  run: async ({ args, options, withCore, host }) => {
    const reason = optionText(options, 'reason');
    if (reason === undefined) return err(usage('Нужна причина: --reason ТЕКСТ'));
    return withCore(async (core) => {
      const card = await core.call('incoming.annul', { commandId: host.uuid(), id: args[0] ?? '', reason });
      return card.ok ? ok({ exit: EXIT.done, json: card.value, text: `Аннулирован: ${nameOf(card.value)}` }) : card;
    });
  },
};

export const incomingCommands: readonly Command[] = [add, list, annul];
