import { ETRN_FORMATS } from '#shared/domain/etrn/etrn-writers.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { EXIT, type Command } from '../command.ts';
import { optionText } from '../option-values.ts';
import { refusalOf, usage } from '../refusal.ts';

const documentsEtrn: Command = {
  words: 'documents etrn',
  help: 'данные для ЭТрН по накладной или заказу в файл -o; --format json|csv',
  positionals: ['ID|ORDER'],
  options: { format: { type: 'string' }, output: { type: 'string', short: 'o' } },
  run: async ({ args, options, withCore, host }) => {
    const asked = optionText(options, 'format') ?? 'json';
    const format = ETRN_FORMATS.find((known) => known === asked);
    if (format === undefined) return err(usage(`Формата «${asked}» нет: ${ETRN_FORMATS.join(', ')}`));
    const output = optionText(options, 'output');
    if (output === undefined) return err(usage(`Не сказано, куда записать: -o ФАЙЛ.${format}`));
    return withCore(async (core) => {
      const data = await core.call('documents.etrn', { id: args[0] ?? '', format });
      if (!data.ok) return data;
      const { text, filled, empty } = data.value;
      const written = await host.writeFile(output, new TextEncoder().encode(text));
      if (!written.ok) return err(refusalOf(written.error));
      const missing = empty.length === 0 ? '' : `\nПусто: ${empty.join(', ')}`;
      return ok({
        exit: EXIT.done,
        json: { file: output, format, filled, empty },
        text: `Записано полей: ${filled} · ${output}${missing}`,
      });
    });
  },
};

export const etrnCommands: readonly Command[] = [documentsEtrn];
