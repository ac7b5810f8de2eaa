import type { Problem } from '#shared/kernel/problem.ts';
import type { ExtractionCode, ExtractionFailure } from './extraction.ts';

const TEXTS: Readonly<Record<ExtractionCode, string>> = {
  'card.fileTooLarge':
    'Файл больше допустимого для карточки (20 МБ, 64 МБ в распакованном виде). Ничего не изменено. Сохраните одну страницу с реквизитами отдельно.',
  'card.textTooLong':
    'Текста слишком много для карточки. Ничего не изменено. Сохраните страницу с реквизитами отдельно.',
  'card.damaged': 'Файл повреждён и не читается. Ничего не изменено. Попросите прислать его ещё раз.',
  'card.encrypted': 'Файл закрыт паролем. Ничего не изменено. Снимите пароль и повторите.',
  'card.entities':
    'В файле есть описание типа документа, какого программы Office не пишут: он не открыт. Ничего не изменено. Пересохраните файл в Word или Excel.',
  'card.notText': 'Это не карточка в формате docx, xlsx, pdf, txt или eml. Ничего не изменено. Проверьте файл.',
  'card.oldFormat':
    'Файл в старом формате Word или Excel (doc, xls) либо под паролем. Ничего не изменено. Сохраните его как docx или xlsx и повторите.',
  'card.noText':
    'В PDF нет текста: похоже, это скан. Ничего не изменено. Попросите карточку в Word или заполните её вручную.',
  'card.tooHeavy':
    'Файл слишком тяжёлый для карточки: чтение остановлено. Ничего не изменено. Сохраните одну страницу с реквизитами отдельно и повторите.',
  'card.empty': 'В файле нет текста. Ничего не изменено. Проверьте, тот ли это файл.',
};

export const extractionProblem = ({ code, detail }: ExtractionFailure): Problem => ({
  code,
  message: TEXTS[code],
  where: '',
  data: detail === '' ? {} : { detail },
});
