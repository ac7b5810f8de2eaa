import type { Directory } from './directory.ts';
import { fold } from './purpose/fold.ts';
import type { MatchOperation, ProposalKind } from './types.ts';

/** An operation that pays for no document, with the reason for people. `confidence` as in a proposal. */
export type Classified = {
  readonly kind: Exclude<ProposalKind, 'payment' | 'advance' | 'refund' | 'unknown' | 'notOurs'>;
  readonly confidence: number;
  readonly why: string;
};

const SURE = 0.98;
/** What is only likely waits for a person, and gives way to documents that the purpose names. */
export const LIKELY = 0.85;

export const isSure = ({ confidence }: Classified): boolean => confidence > LIKELY;

/** Accounts on which a bank keeps its own money, and not that of its clients. */
const BANK_ACCOUNT = /^(?:30[1-3]|47[4]|4[5-6]9|603|613|706)/u;
/** Of companies and entrepreneurs, whatever their name reminds of. */
const CLIENT_ACCOUNT = /^40[5-8]/u;
const BANK_NAME = /банк(?!рот)|сбер|тинькофф|(?:^|[^а-я])втб(?![а-я])|кредитная организация/u;
const TREASURY_ACCOUNT = /^03100/u;
const TREASURY_NAME =
  /казнач|уфк|ифнс|фнс|налогов|(?:^|[^а-я])сфр(?![а-я])|соцфонд|фонд[а-я]* (?:пенс|соц)|судебных приставов|фссп/u;
const PERSON_ACCOUNT = /^(?:40817|40820|423|426)/u;
const CASH_ACCOUNT = /^2020[27]/u;

const OWN =
  /собствен|между (?:своими |нашими )?счет|пополнени|внутр[а-я]* перевод|перевод (?:на|с) (?:другой|основной) счет/u;
const FEE =
  /комисси|рко(?![а-я])|расчетно-касс|обслуживани|ведени[а-я]* (?:расчетн[а-я]* )?счет|абонентск|смс|sms|тариф|плата за|интернет-банк|дбо|эквайринг|пакет[а-я]* услуг/u;
const INTEREST = /процент[а-я]*|выплата %/u;
const DEPOSIT = /депозит|неснижаем|овернайт/u;
const LOAN = /(?:^|[^а-я])(?:займ|заем|кредит(?!-нот|ор|н[а-я]+ нот))|овердрафт/u;
const TAX =
  /единый налог|(?:^|[^а-я])енп(?![а-я])|(?:^|[^а-я])енс(?![а-я])|налог|ндфл|взнос|пошлин|пени|штраф|недоимк/u;
/** Is no tax, though it has the word. */
const WITHOUT_VAT = /без налога|ндс не облагается|налог не предусмотрен/gu;
const SALARY =
  /заработн|зарплат|з\/п(?![а-я])|оплата труда|отпускн|больничн|преми[яи]|аванс за (?:перв|1)|подотчет|под отчет|командиров|алимент|реестр|увольнени|исполнит[а-я]* (?:лист|произв)/u;
const CASH = /наличн|банкомат|по чеку|инкасс|торгов[а-я]* выручк|сдача выручк/u;

const TAKINGS = /выручк|инкасс|внесен|взнос/u;

const found = (kind: Classified['kind'], confidence: number, why: string): Classified => ({ kind, confidence, why });

/**
 * Transfers between our own accounts, fees, interest, taxes, salary, cash and loans: words of the purpose count only
 * together with the kind of account or name on the other side, so that a client's «без комиссии» stays a payment.
 */
export const classify = (directory: Directory, operation: MatchOperation, text: string): Classified | null => {
  const { counterparty, direction } = operation;
  if (direction === 'own' || directory.organisationsByAccount.has(counterparty.account)) {
    const other = directory.organisationsByAccount.get(counterparty.account);
    const isSame = other === undefined || other.id === operation.organisationId;
    return isSame
      ? found('ownTransfer', SURE, 'Обе стороны — наши счета')
      : found('ownTransfer', LIKELY, 'Счёт другой нашей организации · подтвердите, что это перевод');
  }
  const name = fold(counterparty.name);
  const isBank =
    BANK_ACCOUNT.test(counterparty.account) || (BANK_NAME.test(name) && !CLIENT_ACCOUNT.test(counterparty.account));
  return direction === 'outgoing'
    ? (toBudget(operation, name, text) ??
        toPeople(operation, isBank, text) ??
        toBank(operation, isBank, text) ??
        toOurselves(directory, operation, text))
    : (fromBudget(name, text) ?? fromBank(operation, isBank, text) ?? toOurselves(directory, operation, text));
};

const toBudget = ({ budget, counterparty }: MatchOperation, name: string, text: string): Classified | null => {
  const hasKbk = budget !== null && /^\d{20}$/u.test(budget.kbk) && !/^0+$/u.test(budget.kbk);
  const isTaxAccount = TREASURY_ACCOUNT.test(counterparty.account);
  const isTreasury = isTaxAccount || TREASURY_NAME.test(name);
  const isTax = TAX.test(text.replaceAll(WITHOUT_VAT, ''));
  if (hasKbk && isTreasury && isTax) return found('tax', SURE, 'Платёж в бюджет · КБК указан');
  if (isTaxAccount && isTax) return found('tax', SURE, 'Получатель — казначейство · в назначении налог или взнос');
  return isTreasury || hasKbk ? found('tax', LIKELY, 'Похоже на платёж в бюджет') : null;
};

const fromBudget = (name: string, text: string): Classified | null =>
  TREASURY_NAME.test(name) && TAX.test(text) && /возврат|возмещ|переплат|сальдо/u.test(text)
    ? found('tax', SURE, 'Возврат из бюджета · отправитель — казначейство')
    : null;

const toPeople = ({ counterparty }: MatchOperation, isBank: boolean, text: string): Classified | null => {
  if (!SALARY.test(text)) return null;
  if (PERSON_ACCOUNT.test(counterparty.account)) {
    return found('salary', SURE, 'Выплата сотруднику · счёт физического лица');
  }
  return isBank && /реестр|зарплат|заработн/u.test(text)
    ? found('salary', SURE, 'Зарплата по реестру через банк')
    : null;
};

const toBank = (operation: MatchOperation, isBank: boolean, text: string): Classified | null => {
  if (CASH_ACCOUNT.test(operation.counterparty.account) || (isBank && CASH.test(text))) {
    return found('cash', SURE, 'Наличные через банк');
  }
  if (LOAN.test(text)) return found('loan', isBank ? SURE : LIKELY, 'В назначении кредит или заём');
  if (!isBank) return null;
  if (DEPOSIT.test(text)) return found('ownTransfer', SURE, 'Размещение на депозите в банке');
  return FEE.test(text) ? found('fee', SURE, 'Получатель — банк · в назначении плата или комиссия') : null;
};

const fromBank = (operation: MatchOperation, isBank: boolean, text: string): Classified | null => {
  if (CASH_ACCOUNT.test(operation.counterparty.account) || (isBank && CASH.test(text))) {
    // A client may have paid our invoice in cash at his bank.
    return found('cash', TAKINGS.test(text) ? SURE : LIKELY, 'Наличные через банк');
  }
  if (isBank && DEPOSIT.test(text) && !INTEREST.test(text))
    return found('ownTransfer', SURE, 'Возврат депозита банком');
  if (isBank && INTEREST.test(text)) return found('interest', SURE, 'Проценты от банка');
  return LOAN.test(text) ? found('loan', LIKELY, 'В назначении кредит или заём') : null;
};

const toOurselves = (directory: Directory, operation: MatchOperation, text: string): Classified | null => {
  const { inn } = operation.counterparty;
  const other = inn === null ? undefined : directory.organisationsByInn.get(inn);
  if (other === undefined) return null;
  if (other.id !== operation.organisationId) {
    return found('ownTransfer', LIKELY, 'ИНН другой нашей организации · подтвердите, что это перевод');
  }
  return OWN.test(text)
    ? found('ownTransfer', SURE, 'ИНН наш · в назначении перевод собственных средств')
    : found('ownTransfer', LIKELY, 'ИНН наш, а счёта нет в карточке организации');
};
