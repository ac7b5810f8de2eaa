import type { ErrorCode, ErrorData } from '../contract/errors.ts';
import { dateText, say, type ErrorText } from './say.ts';

type TemplateCode = Extract<ErrorCode, `template.${string}`>;

/** Refusals about templates. */
export const TEMPLATE_ERROR_TEXTS: { readonly [Code in TemplateCode]: (data: ErrorData<Code>) => ErrorText } = {
  'template.missing': ({ kind, date }) =>
    say(`Нет шаблона «${kind}» на ${dateText(date)}`, 'Проверьте дату документа или переустановите программу.'),
  'template.unknown': ({ template }) =>
    say(`Шаблона «${template}» в базе нет: возможно, его убрали`, 'Откройте список шаблонов заново.'),
  'template.nameTaken': ({ name }) =>
    say(`Шаблон с именем «${name}» у этого вида документа уже есть`, 'Дайте другое имя или правьте имеющийся в Word.'),
  'template.held': ({ file }) =>
    say(
      `Файл «${file}» сейчас занят другой программой`,
      'Дождитесь конца сохранения в Word и повторите.',
      'Действует прежняя версия шаблона.',
    ),
  'template.noVersion': ({ name, version }) =>
    say(
      `У шаблона «${name}» нет версии ${version} или её файл утерян`,
      'Выберите другую версию.',
      'Действует прежняя версия шаблона.',
    ),
  'template.cancelled': () => say('Проба шаблона остановлена', 'Запустите её ещё раз, когда будете готовы.'),
  'template.refused': ({ file, reason }) =>
    say(`Шаблон «${file}» не принят: ${reason}`, 'Исправьте его в Word и повторите.'),
};
