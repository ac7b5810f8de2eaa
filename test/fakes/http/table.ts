/** Rows that can be made one by one, in the order of their ids, without those before them. */
export type BaseRows<Row, Id extends number | string> = {
  readonly count: number;
  readonly idAt: (index: number) => Id;
  /** −1 where no row has this id. */
  readonly indexOf: (id: Id) => number;
  readonly make: (index: number) => Row;
  /** Values that can be told without making the row: they carry the filters of long lists. */
  readonly columns?: Readonly<Record<string, (index: number) => unknown>>;
};

/** Reads one field of a row, making the row only when no column knows the answer. */
export type FieldReader = (field: string) => unknown;

export type Table<Row, Id extends number | string> = {
  readonly get: (id: Id) => Row | null;
  readonly put: (id: Id, row: Row) => void;
  readonly remove: (id: Id) => boolean;
  /** Every living id in ascending order, from `after` (not included) on. */
  readonly ids: (after?: Id) => Generator<Id>;
  readonly reader: (id: Id) => FieldReader;
  /** Rows that differ from what they were made as: changed and added ones. */
  readonly touched: () => ReadonlyMap<Id, Row>;
};

const noRow = (): never => {
  throw new RangeError('an empty table has no rows');
};

/** A table of a hundred thousand rows that keeps only what was changed; an id is never given out twice. */
export const createTable = <Row extends Record<string, unknown>, Id extends number | string>(
  base: BaseRows<Row, Id> = { count: 0, idAt: noRow, indexOf: () => -1, make: noRow },
): Table<Row, Id> => {
  const touched = new Map<Id, Row>();
  const removed = new Set<Id>();
  /** Ids that the base does not have, in the order of adding: always above those of the base. */
  const added: Id[] = [];

  const get = (id: Id): Row | null => {
    if (removed.has(id)) return null;
    const own = touched.get(id);
    if (own !== undefined) return own;
    const index = base.indexOf(id);
    return index < 0 ? null : base.make(index);
  };

  const firstAfter = (after: Id): number => {
    let low = 0;
    let high = base.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (base.idAt(middle) <= after) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    get,
    put: (id, row) => {
      if (base.indexOf(id) < 0 && !touched.has(id)) added.push(id);
      touched.set(id, row);
    },
    remove: (id) => {
      if (get(id) === null) return false;
      touched.delete(id);
      removed.add(id);
      return true;
    },
    *ids(after) {
      for (let index = after === undefined ? 0 : firstAfter(after); index < base.count; index += 1) {
        const id = base.idAt(index);
        if (!removed.has(id)) yield id;
      }
      for (const id of added) if (!removed.has(id) && (after === undefined || id > after)) yield id;
    },
    reader: (id) => {
      const own = touched.get(id);
      if (own !== undefined) return (field) => own[field];
      const index = base.indexOf(id);
      if (index < 0) return () => undefined;
      let made: Row | undefined;
      return (field) => {
        const column = base.columns?.[field];
        if (column !== undefined) return column(index);
        made ??= base.make(index);
        return made[field];
      };
    },
    touched: () => touched,
  };
};
