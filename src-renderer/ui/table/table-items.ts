import type { ReactNode } from 'react';

export type TableGroup<Row> = {
  readonly id: string;
  /** «Выпустить»; a single group without a title is a plain list. */
  readonly title?: string;
  /** At the right: a sum, or «2 не дают выпустить». */
  readonly summary?: ReactNode;
  readonly rows: readonly Row[];
};

/** One line of the virtual list. */
export type TableItem<Row> =
  | { readonly kind: 'heading'; readonly id: string; readonly group: TableGroup<Row>; readonly folded: boolean }
  | {
      readonly kind: 'row';
      readonly id: string;
      readonly group: TableGroup<Row>;
      readonly row: Row;
      readonly hasProblem: boolean;
    };

const HEADING_PREFIX = 'heading:';

export const headingId = (groupId: string): string => `${HEADING_PREFIX}${groupId}`;

export const isHeadingId = (id: string): boolean => id.startsWith(HEADING_PREFIX);

type Flattening<Row> = {
  readonly groups: readonly TableGroup<Row>[];
  readonly folded: ReadonlySet<string>;
  readonly rowId: (row: Row) => string;
  readonly hasProblem: (row: Row) => boolean;
};

/** Groups → lines. An empty group leaves nothing behind, a folded one its heading. */
export const flattenGroups = <Row>({ groups, folded, rowId, hasProblem }: Flattening<Row>): readonly TableItem<Row>[] =>
  groups
    .filter((group) => group.rows.length > 0)
    .flatMap((group): TableItem<Row>[] => {
      const isFolded = folded.has(group.id);
      const heading: TableItem<Row>[] =
        group.title === undefined ? [] : [{ kind: 'heading', id: headingId(group.id), group, folded: isFolded }];
      if (isFolded) return heading;
      const rows = group.rows.map((row): TableItem<Row> => ({
        kind: 'row',
        id: rowId(row),
        group,
        row,
        hasProblem: hasProblem(row),
      }));
      return [...heading, ...rows];
    });

/** What the hand can stand on: rows, and headings only while their rows are folded away. */
export const reachableIds = <Row>(items: readonly TableItem<Row>[]): readonly string[] =>
  items.filter((item) => item.kind === 'row' || item.folded).map((item) => item.id);

const HEADING_HEIGHT = 28;
const PROBLEM_EXTRA = 21;

/** Height in px of one line. A problem is a second line of 26 px inside the row, which itself gives 5 px away. */
export const itemHeight = <Row>(item: TableItem<Row>, rowHeight: number, scale: number): number => {
  if (item.kind === 'heading') return HEADING_HEIGHT * scale;
  return item.hasProblem ? rowHeight + PROBLEM_EXTRA * scale : rowHeight;
};
