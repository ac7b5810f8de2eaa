import { plainText } from '#shared/domain/crm/plain-text.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { CallFailure } from '../call-failure.ts';
import type { Ability, Capabilities } from '../capabilities.ts';
import type { Bitrix } from './bitrix.ts';
import { INVOICE } from './entities.ts';
import type { Command } from './portal.ts';
import { flag, mapOf, rowsOfTexts, text } from './wire.ts';

/** Each right with what it opens; several names of one right mean «any of them». */
const SCOPES: readonly {
  readonly any: readonly string[];
  readonly title: string;
  readonly abilities: readonly Ability[];
}[] = [
  { any: ['crm'], title: '«CRM»: сделки, компании и реквизиты', abilities: ['orders', 'requisites', 'comments'] },
  { any: ['task', 'tasks'], title: '«Задачи»: задачи и их закрытие', abilities: ['tasks'] },
  { any: ['disk'], title: '«Диск»: файлы документов в сделке', abilities: ['files'] },
  { any: ['user', 'user_brief', 'user_basic'], title: '«Пользователи»: имена ответственных', abilities: [] },
  { any: ['imopenlines'], title: '«Открытые линии»: сообщения клиентам', abilities: ['messages'] },
  { any: ['timeman'], title: '«Учёт рабочего времени»: кто на работе', abilities: ['workingDay'] },
  { any: ['salescenter'], title: '«Магазины»: ссылки на оплату', abilities: ['paymentLinks'] },
];

/** Methods that an old box may not have, with what is off without them. */
const METHODS: readonly { readonly name: string; readonly ability: Ability; readonly title: string }[] = [
  { name: 'crm.item.list', ability: 'orders', title: 'сделки' },
  { name: 'crm.item.productrow.set', ability: 'orders', title: 'товары сделок' },
  { name: 'crm.requisite.link.list', ability: 'requisites', title: 'реквизиты сделок' },
  { name: 'crm.type.list', ability: 'smartProcesses', title: 'смарт-процессы' },
  { name: 'crm.item.payment.add', ability: 'paymentLinks', title: 'оплаты' },
];

/** Who we are on the portal and what we may: the first thing after an address was pasted. */
export const probe = async (bitrix: Bitrix, signal: AbortSignal): Promise<Result<Capabilities, CallFailure>> => {
  const profile = await bitrix.portal.call({ method: 'profile', params: {}, writes: false }, signal);
  if (!profile.ok) return profile;
  const commands: Record<string, Command> = {
    scope: { method: 'scope', params: {} },
    types: { method: 'crm.type.list', params: {} },
    invoices: { method: 'crm.item.fields', params: { entityTypeId: INVOICE } },
  };
  for (const [index, { name }] of METHODS.entries()) commands[`m${index}`] = { method: 'method.get', params: { name } };
  const answer = await bitrix.portal.batch(commands, false, signal);
  if (!answer.ok) return answer;
  const scopes = answer.value.get('scope');
  const granted = scopes?.ok ? rowsOfTexts(scopes.value.result) : [];
  const missingScopes = SCOPES.filter(({ any }) => !any.some((name) => granted.includes(name)));
  const absent = METHODS.filter((_, index) => {
    const outcome = answer.value.get(`m${index}`);
    return outcome?.ok === true && !flag.parse(mapOf(outcome.value.result)['isExisting']);
  });
  const off = new Set<Ability>([
    ...missingScopes.flatMap(({ abilities }) => abilities),
    ...absent.map(({ ability }) => ability),
  ]);
  const worked = (key: string): boolean => answer.value.get(key)?.ok === true;
  const can = (ability: Ability): boolean => !off.has(ability);
  const who = mapOf(profile.value.result);
  return ok({
    portal: new URL(bitrix.portal.origin()).host,
    address: bitrix.portal.webhook(),
    employee: {
      id: text.parse(who['ID']),
      name: plainText([text.parse(who['LAST_NAME']), text.parse(who['NAME'])].filter(Boolean).join(' ')),
      isAdmin: flag.parse(who['ADMIN']),
    },
    missing: [...missingScopes.map(({ title }) => title), ...absent.map(({ title }) => `портал не знает: ${title}`)],
    can: {
      orders: can('orders'),
      requisites: can('requisites'),
      tasks: can('tasks'),
      files: can('files'),
      smartProcesses: can('smartProcesses') && worked('types'),
      invoices: worked('invoices'),
      comments: can('comments'),
      messages: can('messages'),
      workingDay: can('workingDay'),
      paymentLinks: can('paymentLinks'),
    },
  });
};
