import { appError } from '#shared/contract/errors.ts';
import { bankFileLines, type BankFilePayment } from '#shared/domain/client-bank/bank-file.ts';
import type { OperationSide } from '#shared/domain/bank/operation.ts';
import { mainAccountOf } from '#shared/domain/party/main-account.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { parseMoney, ZERO } from '#shared/kernel/money.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { organisationOf, periodOf } from './period.ts';

const MOST_PAYMENTS = 200_000;

/** Payments of one account for 1C, where the bank's own file is not at hand. */
export const exportPayments =
  (deps: CoreDeps): Handler<'exchange.payments'> =>
  (_context, input) => {
    const { read } = deps.base;
    const asked = periodOf(read, input);
    if (!asked.ok) return asked;
    const { organisation, period } = asked.value;
    const account = input.account ?? mainAccountOf(organisation.party)?.account ?? '';
    const payments = read.statements
      .operations({}, { limit: MOST_PAYMENTS, offset: 0 })
      .items.filter(
        (operation) =>
          operation.organisationId === period.organisationId &&
          operation.account === account &&
          operation.bookedOn >= period.from &&
          operation.bookedOn <= period.to,
      );
    const { lines, remarks } = bankFileLines({
      direction: 'to1c',
      account,
      from: period.from,
      to: period.to,
      createdOn: deps.clock.today(),
      payments,
    });
    return ok({ ...fileOf(deps, 'kl_to_1c.txt', lines), count: payments.length, remarks });
  };

/** The file as the bank made it, byte for byte: the best that 1C can be given. */
export const originalBankFile =
  (deps: CoreDeps): Handler<'exchange.bankFile'> =>
  async (_context, { importId }) => {
    const made = deps.base.read.statements.get(importId);
    const bytes = made === null ? null : await deps.files.read(made.fileSha256);
    if (made === null || bytes === null) return err(appError('oneC.noFile', { file: made?.fileName ?? importId }));
    return ok({ name: made.fileName, bytes: Buffer.from(bytes).toString('base64') });
  };

const sideOf = (party: Party): OperationSide => {
  const account = mainAccountOf(party);
  return {
    account: account?.account ?? '',
    name: party.shortName || party.fullName,
    inn: party.inn,
    kpp: party.kpp,
    bic: account?.bic ?? '',
    corrAccount: account?.corrAccount ?? '',
    bank: account?.bankName ?? '',
  };
};

/** Payment orders for the bank's client: who pays and who is paid are cards of the base. */
export const paymentOrders =
  (deps: CoreDeps): Handler<'exchange.paymentOrders'> =>
  (_context, { organisation: inn, orders }) => {
    const { read } = deps.base;
    const organisation = organisationOf(read, inn);
    if (!organisation.ok) return organisation;
    const payer = sideOf(organisation.value.party);
    const payments: BankFilePayment[] = [];
    for (const order of orders) {
      const payee = read.parties.findByTaxId(order.inn);
      if (payee === null) return err(appError('order.unknownParty', { key: order.inn }));
      const sum = parseMoney(order.sum);
      payments.push({
        kind: 'Платежное поручение',
        number: order.number,
        date: isoDate(order.date),
        sum: sum.ok ? sum.value : ZERO,
        payer,
        payee: sideOf(payee),
        debitedOn: null,
        creditedOn: null,
        purpose: order.purpose,
      });
    }
    const days = payments.map(({ date }) => date).toSorted();
    const today = deps.clock.today();
    const { lines, remarks } = bankFileLines({
      direction: 'toBank',
      account: payer.account,
      from: days[0] ?? today,
      to: days.at(-1) ?? today,
      createdOn: today,
      payments,
    });
    return ok({ ...fileOf(deps, '1c_to_kl.txt', lines), count: payments.length, remarks });
  };

const fileOf = (deps: CoreDeps, name: string, lines: readonly string[]) => ({
  name,
  bytes: Buffer.from(deps.oneC.bankFile(lines)).toString('base64'),
});
