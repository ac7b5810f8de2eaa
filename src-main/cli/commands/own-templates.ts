import { basename } from 'node:path';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { EXIT, type Command } from '../command.ts';
import { optionText } from '../option-values.ts';
import { problemLines, refusalOf, usage } from '../refusal.ts';
import { formatTable } from '../table.ts';

type Row = OutputOf<'templates.list'>['items'][number];

const STATES: Readonly<Record<Row['state'], string>> = {
  inForce: 'действует',
  problems: 'в файле ошибки',
  notYet: 'ещё не действует: ошибки',
  off: 'выключен',
};

const isBroken = ({ problems }: Row): boolean => problems.some(({ data }) => data['severity'] !== 'warning');

const importTemplate: Command = {
  words: 'template import',
  help: 'взять свой шаблон .docx: без ошибок действует сразу, с ошибками ждёт правки в Word; без --org для всех организаций',
  positionals: ['FILE.docx'],
  options: { kind: { type: 'string' }, org: { type: 'string' }, name: { type: 'string' } },
  run: async ({ args, options, host, withCore }) => {
    const [path = ''] = args;
    const wanted = optionText(options, 'kind');
    const kind = DOCUMENT_KINDS.find((known) => known === wanted);
    if (wanted === undefined) return err(usage('Не сказано, какого вида документ: --kind KIND'));
    if (kind === undefined) return err(usage(`Вида документа «${wanted}» нет: ${DOCUMENT_KINDS.join(', ')}`));
    const file = await host.readFile(path);
    if (!file.ok) return err(refusalOf(file.error));
    const name = optionText(options, 'name') ?? basename(path).replace(/\.docx$/iu, '');
    return withCore(async (core) => {
      const taken = await core.call('templates.import', {
        commandId: host.uuid(),
        kind,
        name,
        organisation: optionText(options, 'org'),
        bytes: Buffer.from(file.value).toString('base64'),
      });
      if (!taken.ok) return taken;
      const row = taken.value;
      const head = `«${row.name}», ${row.title}: ${STATES[row.state]}\nФайл для правки: ${row.path}`;
      const text = row.problems.length === 0 ? head : `${head}\n${problemLines(row.problems)}`;
      return ok({ exit: isBroken(row) ? EXIT.partly : EXIT.done, json: row, text });
    });
  },
};

const listTemplates: Command = {
  words: 'template list',
  help: 'свои шаблоны: вид, организация, версия, состояние и файл для правки',
  positionals: [],
  options: {},
  run: ({ withCore }) =>
    withCore(async (core) => {
      const list = await core.call('templates.list', {});
      if (!list.ok) return list;
      const { items } = list.value;
      const rows = items.map((row) => [
        row.title,
        row.name,
        row.organisationName || 'все',
        row.version === 0 ? '' : `v${row.version}`,
        STATES[row.state],
        row.path,
      ]);
      const text =
        items.length === 0
          ? 'Своих шаблонов нет: документы печатаются по формам программы.'
          : formatTable(['Вид', 'Имя', 'Организация', 'Версия', 'Состояние', 'Файл'], rows);
      return ok({ exit: EXIT.done, json: list.value, text });
    }),
};

export const ownTemplateCommands: readonly Command[] = [importTemplate, listTemplates];
