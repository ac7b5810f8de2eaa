import type { OutputOf } from '#shared/contract/index.ts';
import { counted } from '#shared/kernel/text.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { EXIT, type Command, type Output, type Refusal } from '../command.ts';
import { optionText, optionTexts } from '../option-values.ts';
import { usage } from '../refusal.ts';

type Status = OutputOf<'sync.status'>;
type Account = Status['accounts'][number];

const SYSTEMS = ['bitrix24', 'moysklad'] as const;

const connect: Command = {
  words: 'sync connect',
  help: 'подключить CRM: bitrix24 с адресом вебхука или moysklad; токен — через стандартный ввод или KOMPLEKT_TOKEN; --org: ИНН нашей организации для заказов без неё; --map НАШЕ=ИХ: поле',
  positionals: ['bitrix24|moysklad', 'URL'],
  options: { org: { type: 'string' }, map: { type: 'string', multiple: true } },
  run: async ({ args: [name = '', address = ''], options, host, withCore }) => {
    const system = SYSTEMS.find((known) => known === name);
    if (system === undefined) return err(usage(`CRM «${name}» не знаю: bitrix24 или moysklad`));
    const fields = parseFields(optionTexts(options, 'map'));
    if (!fields.ok) return fields;
    const token = await host.readToken(system === 'moysklad');
    if (system === 'moysklad' && token === null)
      return err(usage('Нужен токен: дайте его на стандартный ввод или в KOMPLEKT_TOKEN'));
    const mapping = { fields: fields.value, defaultOrganisationInn: optionText(options, 'org') ?? '' };
    return withCore(async (core) => {
      const made = await core.call('sync.connect', { commandId: host.uuid(), system, address, token, mapping });
      if (!made.ok) return made;
      const { missing, isKeySafe, ...account } = made.value;
      const lacks = missing.map((right) => `\nНе хватает прав: ${right}`).join('');
      const kept = isKeySafe ? '' : '\nКлюч — в файле crm.key рядом с базой, читает его только ваша учётная запись.';
      return ok({
        exit: EXIT.done,
        json: {
          ...jsonOf([account], []),
          account: account.id,
          title: account.title,
          employee: account.employee,
          missing,
        },
        text: `Подключено: ${account.title}, ${account.employee}. Загрузить: sync once${lacks}${kept}`,
      });
    });
  },
};

const parseFields = (pairs: readonly string[]): Result<Record<string, string>, Refusal> => {
  const fields: Record<string, string> = {};
  for (const pair of pairs) {
    const [ours = '', theirs = ''] = pair.split('=', 2);
    if (ours === '' || theirs === '') return err(usage(`--map пишут так: --map shipDate=ufCrm_1, а не «${pair}»`));
    fields[ours] = theirs;
  }
  return ok(fields);
};

/** What `connect` and `status` answer: sums over the connected CRMs. */
const jsonOf = (accounts: readonly Account[], problems: Status['problems']) => {
  const sum = (count: (account: Account) => number): number =>
    accounts.reduce((total, account) => total + count(account), 0);
  return {
    pulled: sum(({ pulled }) => pulled),
    pushed: sum(({ pushed }) => pushed),
    waiting: sum(({ waiting }) => waiting),
    unknown: sum(({ unknown }) => unknown),
    conflicts: sum(({ conflicts }) => conflicts),
    problems,
  };
};

const problemLines = (problems: Status['problems']): string =>
  problems.map(({ where, message }) => `\n${where}: ${message}`).join('');

const once: Command = {
  words: 'sync once',
  help: 'один обмен с CRM: что изменилось там — сюда, что ждёт здесь — туда; --reconcile сверяет ещё и все номера',
  positionals: [],
  options: { reconcile: { type: 'boolean' } },
  run: ({ options, host, withCore }) =>
    withCore(async (core) => {
      const done = await core.call('sync.once', { commandId: host.uuid(), reconcile: options['reconcile'] === true });
      return done.ok ? ok(agreed(done.value)) : done;
    }),
};

const agreed = (answer: OutputOf<'sync.once'>): Output => {
  const { pulled, pushed, waiting, unknown, conflicts, problems } = answer;
  const left = [
    waiting === 0 ? '' : `ждёт отправки: ${waiting}`,
    unknown === 0 ? '' : `проверяется, дошло ли: ${unknown}`,
    conflicts === 0 ? '' : `решить вам: ${conflicts}`,
  ].filter((part) => part !== '');
  const got = `Получено: ${counted(pulled, 'запись', 'записи', 'записей')}, отправлено: ${pushed}.`;
  return {
    exit: problems.length === 0 ? EXIT.done : EXIT.partly,
    json: answer,
    text: `${got}${left.length === 0 ? '' : ` Ещё ${left.join(', ')}.`}${problemLines(problems)}`,
  };
};

const status: Command = {
  words: 'sync status',
  help: 'подключённые CRM, что ждёт, что неясно и что решать вам',
  positionals: [],
  options: {},
  run: ({ withCore }) =>
    withCore(async (core) => {
      const answer = await core.call('sync.status', {});
      if (!answer.ok) return answer;
      const { accounts, problems } = answer.value;
      const text = accounts.length === 0 ? 'CRM ещё не подключена: sync connect.' : accounts.map(lineOf).join('\n');
      return ok({
        exit: EXIT.done,
        json: { ...jsonOf(accounts, problems), accounts },
        text: `${text}${problemLines(problems)}`,
      });
    }),
};

const STATES = { active: 'работает', paused: 'на паузе', stopped: 'остановлено' } as const;

const lineOf = ({ title, employee, state, waiting, unknown, conflicts, stop, limit }: Account): string => {
  const why = stop === null ? limit : stop.message;
  return `${title} (${employee}): ${STATES[state]}, ждёт ${waiting}, неясно ${unknown}, вопросов ${conflicts}${why === '' ? '' : `. ${why}`}`;
};

export const syncCommands: readonly Command[] = [connect, once, status];
