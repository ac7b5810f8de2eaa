/** The middle of the values; of an even count the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

/** Three significant digits, no exponent: `0.0461`, `8.42`, `33,012`. */
export function printed(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

/** How many times `slow` takes longer than `quick`; undefined when one was not measured. */
export function ratio(slow: number | undefined, quick: number | undefined): number | undefined {
  return slow === undefined || quick === undefined || !(quick > 0) ? undefined : Number((slow / quick).toPrecision(3));
}
