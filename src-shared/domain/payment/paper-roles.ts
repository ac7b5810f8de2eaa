/** Documents that a buyer pays by (documents.md §5). */
export const INVOICE_KINDS: readonly string[] = ['invoice', 'invoice-advance', 'invoice-rest', 'invoice-contract'];

/** Documents that show a shipment with its sum; a счет-фактура beside them repeats it and is not counted. */
export const SHIPMENT_KINDS: readonly string[] = ['upd', 'act', 'torg12'];

/** Rates that a document of this sum and tax can have, in per cent; 0 for «без НДС». Several when its lines differ. */
export const ratesOf = (sum: bigint, vat: bigint): readonly number[] => {
  if (vat === 0n) return [0];
  const fitting = [22, 20, 18, 10, 7, 5].filter((rate) => {
    const expected = (sum * BigInt(rate)) / BigInt(100 + rate);
    const gap = expected > vat ? expected - vat : vat - expected;
    // Tax is rounded line by line, so a sum of many lines may stand some kopecks away.
    return gap <= 100n;
  });
  return fitting.length > 0 ? fitting : [0, 10, 22, 20];
};
