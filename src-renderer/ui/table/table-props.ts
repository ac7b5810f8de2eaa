import type { ReactNode } from 'react';
import type { TableColumn, TableSort } from './table-column.ts';
import type { TableGroup } from './table-items.ts';

export type DataTableProps<Row> = {
  /** What is listed, for the screen reader: «Заказы, которые ждут вас». */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly groups: readonly TableGroup<Row>[];
  readonly rowId: (row: Row) => string;
  /** A `ProblemLine` for the second line of the row, or null. */
  readonly problem?: (row: Row) => ReactNode;
  readonly current: string | null;
  readonly onCurrentChange: (id: string) => void;
  /** Absent: the rows have no boxes. */
  readonly marked?: ReadonlySet<string>;
  readonly onMarkedChange?: (marked: ReadonlySet<string>) => void;
  readonly onOpen?: (id: string) => void;
  readonly sort?: TableSort;
  readonly onSort?: (sort: TableSort) => void;
  /** Rows changed by others since they were shown: nothing moves until the person asks. */
  readonly pending?: { readonly ids: ReadonlySet<string>; readonly onApply: () => void };
  /** As high as its rows: a short list inside a scrolling card. */
  readonly fit?: boolean;
  /** Instead of rows when there are none. */
  readonly empty?: ReactNode;
};
