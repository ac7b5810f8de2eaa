/** Where bars and lines stand: pure numbers, so that they can be checked without a page. */

export type Scale = {
  /** Round values of the axis, from the lowest to the highest; zero is always among them. */
  readonly ticks: readonly number[];
  /** Share of the height from the bottom, 0 … 1. */
  readonly share: (value: number) => number;
};

const STEPS: readonly number[] = [1, 2, 2.5, 5, 10];

/** The smallest round step that covers the span in no more than so many parts. */
const roundStep = (span: number, parts: number): number => {
  const rough = span / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  return (STEPS.find((step) => step * power >= rough) ?? 10) * power;
};

const PARTS = 4;

/** An axis over the values, with zero on it and round marks. */
export const chartScale = (values: readonly number[]): Scale => {
  const highest = Math.max(0, ...values);
  const lowest = Math.min(0, ...values);
  const span = highest - lowest;
  const step = span === 0 ? 1 : roundStep(span, PARTS);
  const from = Math.floor(lowest / step);
  const to = span === 0 ? 1 : Math.ceil(highest / step);
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step);
  const range = (to - from) * step;
  return { ticks, share: (value) => (value - from * step) / range };
};

/** «1,2 млн», «350 тыс.», «40»: a number short enough for an axis. */
export const shortNumber = (value: number): string => {
  const size = Math.abs(value);
  const [divider, word] =
    size >= 1_000_000 ? [1_000_000, '\u00A0млн'] : size >= 10_000 ? [1_000, '\u00A0тыс.'] : [1, ''];
  const rounded = Math.round((value / divider) * 10) / 10;
  return `${String(rounded).replace('.', ',').replace('-', '\u2212')}${word}`;
};
