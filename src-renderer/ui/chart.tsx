import { chartScale, shortNumber } from './chart-scale.ts';
import styles from './chart.module.css';

export type ChartSeries = {
  readonly title: string;
  /** One per label, in their order. */
  readonly values: readonly number[];
};

type ChartProps = {
  /** What is drawn, for the screen reader; the table beside it has the same numbers. */
  readonly label: string;
  readonly kind: 'bars' | 'line';
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
};

const WIDTH = 960;
const HEIGHT = 190;
const LEFT = 64;
const BOTTOM = 36;
const TOP = 8;
const PLOT_WIDTH = WIDTH - LEFT - 8;
const PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;
/** More words under the picture would lie over each other. */
const MOST_MARKS = 9;
/** Labels longer than this are cut: the table has them whole. */
const LONGEST = 14;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** A small picture of a table: bars beside each other, or lines. Marks differ by fill, not by colour alone. */
export const Chart = ({ label, kind, labels, series }: ChartProps) => {
  const scale = chartScale(series.flatMap(({ values }) => values));
  const y = (value: number): number => TOP + PLOT_HEIGHT * (1 - scale.share(value));
  const slot = PLOT_WIDTH / Math.max(1, labels.length);
  const x = (index: number): number => LEFT + slot * (index + 0.5);
  const everyLabel = Math.ceil(labels.length / MOST_MARKS);
  return (
    <figure className={styles.figure}>
      <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? styles.zero : styles.tick}
              x1={LEFT}
              x2={WIDTH - 8}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text className={styles.mark} x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
              {shortNumber(tick)}
            </text>
          </g>
        ))}
        {labels.map((each, index) =>
          index % everyLabel === 0 ? (
            <text
              key={`${each} ${index}`}
              className={styles.mark}
              x={x(index)}
              y={HEIGHT - BOTTOM + 18}
              textAnchor="middle"
            >
              {cut(each)}
            </text>
          ) : null,
        )}
        {series.map((each, place) =>
          kind === 'bars' ? (
            <Bars key={each.title} series={each} place={place} of={series.length} slot={slot} y={y} labels={labels} />
          ) : (
            <Line key={each.title} series={each} isFirst={place === 0} x={x} y={y} />
          ),
        )}
      </svg>
      {series.length > 1 && (
        <figcaption className={styles.legend}>
          {series.map(({ title }, place) => (
            <span key={title} className={styles.item}>
              <span className={SWATCHES[place % SWATCHES.length]} />
              {title}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  );
};

type LineProps = {
  readonly series: ChartSeries;
  readonly isFirst: boolean;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
};

/** A line with its points: one day alone is seen too. */
const Line = ({ series: { values }, isFirst, x, y }: LineProps) => (
  <g className={isFirst ? styles.line : styles.lineOther}>
    <polyline points={values.map((value, index) => `${x(index)},${y(value)}`).join(' ')} />
    {values.map((value, index) => (
      <circle key={`${index} ${value}`} className={styles.point} cx={x(index)} cy={y(value)} r={3}>
        <title>{value.toLocaleString('ru-RU')}</title>
      </circle>
    ))}
  </g>
);

type BarsProps = {
  readonly series: ChartSeries;
  readonly place: number;
  readonly of: number;
  readonly slot: number;
  readonly y: (value: number) => number;
  readonly labels: readonly string[];
};

const MOST_WIDE = 36;

const Bars = ({ series, place, of, slot, y, labels }: BarsProps) => {
  const width = Math.min(MOST_WIDE, (slot * 0.76) / of);
  return series.values.map((value, index) => {
    const left = LEFT + slot * (index + 0.5) - (width * of) / 2 + width * place;
    return (
      <rect
        key={`${labels[index] ?? ''} ${index}`}
        className={BARS[place % BARS.length]}
        x={left}
        y={Math.min(y(value), y(0))}
        width={Math.max(1, width - 2)}
        height={Math.max(1, Math.abs(y(value) - y(0)))}
      >
        <title>{`${labels[index] ?? ''}: ${series.title} ${value.toLocaleString('ru-RU')}`}</title>
      </rect>
    );
  });
};

const BARS: readonly (string | undefined)[] = [styles.bar, styles.barOther, styles.barThird];
const SWATCHES: readonly (string | undefined)[] = [styles.swatch, styles.swatchOther, styles.swatchThird];
