import type { CardAnswer } from '#main/host/card-tools.ts';
import { cardFieldName } from '#shared/domain/company-card/card-texts.ts';
import { ok } from '#shared/kernel/result.ts';
import { EXIT, type Command } from '../command.ts';
import { exitByProblems, problemLines, refusalOf } from '../refusal.ts';

/** Below this a person should compare the field with the file. */
const SURE = 0.9;

const parse: Command = {
  words: 'card parse',
  help: 'прочитать реквизиты из карточки предприятия: docx, xlsx, pdf, txt, письмо',
  positionals: ['FILE'],
  options: {},
  run: async ({ args, host }) => {
    const file = await host.readFile(args[0] ?? '');
    if (!file.ok) return { ok: false, error: refusalOf(file.error) };
    const card = await host.parseCard(file.value);
    if (!card.ok) return { ok: false, error: { exit: EXIT.refused, problems: card.error } };
    return ok({ exit: exitByProblems(1, card.value.problems), json: card.value, text: cardText(card.value) });
  },
};

const cardText = ({ party, confidence, why, problems }: CardAnswer): string => {
  const lookAt = Object.keys(confidence).filter((field) => (confidence[field] ?? 1) < SURE);
  const accounts = party.bankAccounts.flatMap(({ account, bankName, bic, corrAccount }) => [
    ['Расчётный счёт', account],
    ['Банк', bankName],
    ['БИК', bic],
    ['Корр. счёт', corrAccount],
  ]);
  const people = party.signatories.map(({ position, lastName, firstName, middleName }) => [
    position === '' ? 'Подписант' : position,
    [lastName, firstName, middleName].filter(Boolean).join(' '),
  ]);
  const lines = [
    ['Наименование', party.shortName],
    ['Полное', party.fullName],
    ['ИНН', party.inn],
    ['КПП', party.kpp],
    ['ОГРН', party.ogrn],
    ['УНП / БИН', party.foreignTaxId],
    ['Юридический адрес', party.legalAddress],
    ['Фактический адрес', party.actualAddress],
    ['Почтовый адрес', party.postalAddress],
    ['Телефон', party.phone],
    ['E-mail', party.email],
    ...accounts,
    ...people,
  ];
  return [
    ...lines.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`),
    ...lookAt.map((field) => `Сверьте с файлом: ${cardFieldName(field)} — ${why[field] ?? ''}`),
    ...(problems.length === 0 ? [] : [problemLines(problems)]),
  ].join('\n');
};

export const cardCommands: readonly Command[] = [parse];
