import { useMemo, useState } from 'react';
import { DataTable, type TableGroup } from '#renderer/ui/data-table.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { ORDER_COLUMNS } from './order-columns.tsx';
import { TODAY_GROUPS, type StoryOrder } from './today-data.tsx';

const COUNT = 10_000;
const SAMPLES = TODAY_GROUPS.flatMap((group) => group.rows);

/** Ten thousand rows: the list must not notice. */
export const ManyStory = () => {
  const [current, setCurrent] = useState('10000');
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const groups = useMemo<readonly TableGroup<StoryOrder>[]>(() => {
    const rows = Array.from({ length: COUNT }, (_, index) => ({
      ...(SAMPLES[index % SAMPLES.length] ?? SAMPLES[0]),
      number: String(10_000 + index),
    })).filter((row): row is StoryOrder => 'name' in row);
    return [{ id: 'all', rows }];
  }, []);
  return (
    <>
      <PageHead title="Десять тысяч" subtitle={`отмечено ${marked.size}`} />
      <DataTable
        label="Много заказов"
        columns={ORDER_COLUMNS}
        groups={groups}
        rowId={(order) => order.number}
        current={current}
        onCurrentChange={setCurrent}
        marked={marked}
        onMarkedChange={setMarked}
        pending={{ ids: new Set(['10001', '10004', '10009']), onApply: () => undefined }}
      />
    </>
  );
};
