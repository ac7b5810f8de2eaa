import { basename } from 'node:path';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/index.ts';
import { PAPER_STATE_NAMES, WAYS } from '#shared/domain/signing/course.ts';
import { ROLES } from '#shared/domain/users/rights.ts';
import { formatDate, isoDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { EXIT, type Command, type CommandContext, type Output, type Refusal } from '../command.ts';
import { dayOf, optionText } from '../option-values.ts';
import { refusalOf, usage } from '../refusal.ts';

type Paper = OutputOf<'signing.paper'>;

const paperOutput = (paper: Paper): Output => {
  const { title, number, date, counterparty, state, trail } = paper;
  const last = trail.signatures.at(-1);
  const lines = [
    `${title} № ${number} от ${formatDate(isoDate(date))}, ${counterparty}: ${PAPER_STATE_NAMES[state]}`,
    ...(last === undefined ? [] : [`Подпись: ${[last.signatory, last.authority].filter(Boolean).join(', ')}`]),
    ...(trail.awaited ? [`Ждём подписанный экземпляр ${trail.daysAwaited} дн.`] : []),
  ];
  return { exit: EXIT.done, json: paper, text: lines.join('\n') };
};

/** Calls that answer with the document and its way. */
type MoveName = {
  [Name in MethodName]: OutputOf<Name> extends Paper ? (Paper extends OutputOf<Name> ? Name : never) : never;
}[MethodName];

const move = <Name extends MoveName>(
  { withCore }: CommandContext,
  name: Name,
  input: InputOf<Name>,
): Promise<Result<Output, Refusal>> =>
  withCore(async (core) => {
    const paper = await core.call(name, input);
    return paper.ok ? ok(paperOutput(paper.value as Paper)) : paper;
  });

const base = ({ host, args }: CommandContext) => ({ commandId: host.uuid(), id: args[0] ?? '' });

const reasonOf = ({ options }: CommandContext): Result<string, Refusal> => {
  const reason = optionText(options, 'reason')?.trim() ?? '';
  return reason.length < 3 ? err(usage('Нужна причина: --reason ТЕКСТ, хотя бы три знака')) : ok(reason);
};

const sign: Command = {
  words: 'documents sign',
  help: 'отметить нашу подпись: --by ИМЯ, кто подписал (без него — вы); полномочия проверяются на дату документа',
  positionals: ['ID'],
  options: { by: { type: 'string' }, date: { type: 'string' } },
  run: async (context) => {
    const on = dayOf(context.options, 'date');
    if (!on.ok) return on;
    return move(context, 'signing.sign', { ...base(context), by: optionText(context.options, 'by'), on: on.value });
  },
};

const sent: Command = {
  words: 'documents sent',
  help: `отметить отправку: --post ШПИ, --way ${WAYS.join('|')} (без него — по носителю документа), --date`,
  positionals: ['ID'],
  options: { post: { type: 'string' }, way: { type: 'string' }, date: { type: 'string' } },
  run: async (context) => {
    const on = dayOf(context.options, 'date');
    if (!on.ok) return on;
    const wayText = optionText(context.options, 'way');
    const way = WAYS.find((known) => known === wayText);
    if (wayText !== undefined && way === undefined) return err(usage(`Способа «${wayText}» нет: ${WAYS.join(', ')}`));
    const track = optionText(context.options, 'post') ?? '';
    return move(context, 'signing.sent', { ...base(context), way, track, on: on.value });
  },
};

const received: Command = {
  words: 'documents received',
  help: 'отметить подпись контрагента: --scan ФАЙЛ пришёл скан, --original оригинал у нас; без них — по носителю документа',
  positionals: ['ID'],
  options: { scan: { type: 'string' }, original: { type: 'boolean' }, date: { type: 'string' } },
  run: async (context) => {
    const { options, host, args } = context;
    const on = dayOf(options, 'date');
    if (!on.ok) return on;
    const path = optionText(options, 'scan');
    const bytes = path === undefined ? null : await host.readFile(path);
    if (bytes !== null && !bytes.ok) return err(refusalOf(bytes.error));
    const scan =
      bytes === null || path === undefined
        ? undefined
        : { name: basename(path), bytes: Buffer.from(bytes.value).toString('base64') };
    return context.withCore(async (core) => {
      const document = await core.call('signing.paper', { id: args[0] ?? '' });
      if (!document.ok) return document;
      const usual = ({ paper: 'original', scan: 'scan', edo: 'electronic' } as const)[document.value.medium];
      const as = options['original'] === true ? 'original' : scan === undefined ? usual : 'scan';
      const paper = await core.call('signing.received', { ...base(context), as, scan, on: on.value });
      return paper.ok ? ok(paperOutput(paper.value)) : paper;
    });
  },
};

const check: Command = {
  words: 'documents check',
  help: 'документ проверен; --return ПРИЧИНА: вернуть на исправление',
  positionals: ['ID'],
  options: { return: { type: 'string' } },
  run: (context) => {
    const reason = optionText(context.options, 'return');
    if (reason !== undefined) return move(context, 'check.return', { ...base(context), reason });
    const { commandId, id } = base(context);
    return context.withCore(async (core) => {
      const passed = await core.call('check.pass', { commandId, ids: [id] });
      if (!passed.ok) return passed;
      const [item] = passed.value.items;
      const paper = await core.call('signing.paper', { id });
      if (!paper.ok) return paper;
      if (item?.passed === true) return ok(paperOutput(paper.value));
      const name = `${paper.value.title} № ${paper.value.number}`;
      const data = { document: name, move: 'проверить', reason: item?.reason ?? '' };
      return err(refusalOf({ code: 'paper.move', data }));
    });
  },
};

const submit: Command = {
  words: 'documents submit',
  help: 'на согласование: --approver ИМЯ или роль, можно несколько; «2:» — во вторую очередь: --approver lawyer --approver 2:director',
  positionals: ['ID'],
  options: { approver: { type: 'string', multiple: true } },
  run: (context) => {
    const named = context.options['approver'];
    const approvers = (Array.isArray(named) ? named : []).map((text: string) => {
      const [, turn = '1', who = ''] = /^(?:(\d{1,2}):)?(.+)$/u.exec(text) ?? [];
      const role = ROLES.find((known) => known === who);
      return role === undefined ? { user: who, turn: Number(turn) } : { role, turn: Number(turn) };
    });
    if (approvers.length === 0) return Promise.resolve(err(usage('Кто согласует: --approver ИМЯ или роль')));
    return move(context, 'approvals.submit', { ...base(context), approvers });
  },
};

const approve: Command = {
  words: 'documents approve',
  help: 'согласовать; --reject ПРИЧИНА: отклонить, документ вернётся автору',
  positionals: ['ID'],
  options: { reject: { type: 'string' }, comment: { type: 'string' } },
  run: (context) => {
    const reason = optionText(context.options, 'reject');
    const decision = reason === undefined ? 'approve' : 'reject';
    const comment = reason ?? optionText(context.options, 'comment') ?? '';
    return move(context, 'approvals.decide', { ...base(context), decision, comment });
  },
};

const refused: Command = {
  words: 'documents refused',
  help: 'контрагент отказался подписать: --reason ТЕКСТ',
  positionals: ['ID'],
  options: { reason: { type: 'string' } },
  run: async (context) => {
    const reason = reasonOf(context);
    return reason.ok ? move(context, 'signing.refused', { ...base(context), reason: reason.value }) : reason;
  },
};

const accept: Command = {
  words: 'documents accept',
  help: 'бухгалтер принял подписанный документ; --decline ПРИЧИНА: вернуть на переподписание',
  positionals: ['ID'],
  options: { decline: { type: 'string' } },
  run: (context) => {
    const reason = optionText(context.options, 'decline');
    const decision = reason === undefined ? 'accept' : 'decline';
    return move(context, 'signing.accept', { ...base(context), decision, reason: reason ?? '' });
  },
};

const entered: Command = {
  words: 'documents entered',
  help: 'документ внесён в 1С',
  positionals: ['ID'],
  options: {},
  run: (context) => {
    const { commandId, id } = base(context);
    return context.withCore(async (core) => {
      const done = await core.call('signing.entered', { commandId, ids: [id] });
      if (!done.ok) return done;
      const paper = await core.call('signing.paper', { id });
      if (!paper.ok) return paper;
      const [item] = done.value.items;
      if (item?.entered === true) return ok(paperOutput(paper.value));
      const name = `${paper.value.title} № ${paper.value.number}`;
      return err(
        refusalOf({ code: 'paper.move', data: { document: name, move: 'внести в 1С', reason: item?.reason ?? '' } }),
      );
    });
  },
};

export const paperMoveCommands: readonly Command[] = [
  sign,
  sent,
  received,
  check,
  submit,
  approve,
  refused,
  accept,
  entered,
];
