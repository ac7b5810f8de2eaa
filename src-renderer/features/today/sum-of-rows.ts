import { moneyToDecimal, parseMoney, sumMoney } from '#shared/kernel/money.ts';

/** The sum of orders, in the spelling of the wire. */
export const sumOfRows = (rows: readonly { readonly sum: string }[]): string =>
  moneyToDecimal(
    sumMoney(
      rows.flatMap(({ sum }) => {
        const parsed = parseMoney(sum);
        return parsed.ok ? [parsed.value] : [];
      }),
    ),
  );
