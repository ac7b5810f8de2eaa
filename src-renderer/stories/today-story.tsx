import { useCallback, useMemo, useState } from 'react';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { PreviewFrame } from '#renderer/ui/preview-frame.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { ORDER_COLUMNS } from './order-columns.tsx';
import { SamplePage } from './sample-page.tsx';
import { TODAY_GROUPS, type StoryOrder } from './today-data.tsx';

const rowId = (order: StoryOrder) => order.number;

const orderProblem = ({ problem }: StoryOrder) =>
  problem ? (
    <ProblemLine tone={problem.tone} mend={{ label: problem.mend, onClick: () => undefined }}>
      {problem.text}
    </ProblemLine>
  ) : null;

/** The office manager's morning. */
export const TodayStory = () => {
  const { show } = useToasts();
  const [current, setCurrent] = useState('1204');
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set(['1204', '1205', '1206']));
  const [filter, setFilter] = useState('mine');
  const [paneOpened, setPaneOpened] = useState(false);
  const issue = useCallback(() => show({ text: 'Выпущено 5 документов', undo: () => undefined }), [show]);
  const actions = useMemo(
    () =>
      [
        { id: 'issue', label: 'Выпустить 5 документов', keys: 'Ctrl+Enter', primary: true, run: issue },
        { id: 'print', label: 'Печать', icon: 'printer', keys: 'Ctrl+P', run: issue },
        {
          id: 'send',
          label: 'Отправить',
          icon: 'send',
          keys: 'Ctrl+Shift+Enter',
          disabledReason: 'Нечего: не выпущен',
          run: issue,
        },
      ] as const,
    [issue],
  );

  return (
    <>
      <PageHead
        title="Сегодня"
        subtitle="пятница, 20 ноября"
        facts={[
          { label: 'просрочено', value: 4, overdue: true },
          { label: 'сегодня', value: 7 },
          { label: 'на неделе', value: 12 },
          { label: 'Заказы дня', value: <Money value="1284310.00" withCurrency />, kind: 'sum' },
        ]}
      >
        <FilterChips
          label="Что ждёт вас"
          selected={filter}
          onSelect={setFilter}
          chips={[
            { id: 'mine', label: 'Требуют меня', count: 23 },
            { id: 'fix', label: 'Исправить', count: 3, icon: 'alert-octagon' },
            { id: 'issue', label: 'Выпустить', count: 9, icon: 'file-plus' },
            { id: 'send', label: 'Отправить', count: 5, icon: 'send' },
            {
              id: 'originals',
              label: 'Оригиналы не вернулись',
              count: 41,
              icon: 'file-time',
              detail: '3 812 400 ₽, НДС 687 482 ₽',
              apart: true,
            },
          ]}
        />
      </PageHead>
      <SplitView
        paneLabel="Документ заказа"
        paneOpened={paneOpened}
        onClosePane={() => setPaneOpened(false)}
        list={
          <DataTable
            label="Заказы, которые ждут вас"
            columns={ORDER_COLUMNS}
            groups={TODAY_GROUPS}
            rowId={rowId}
            problem={orderProblem}
            current={current}
            onCurrentChange={setCurrent}
            marked={marked}
            onMarkedChange={setMarked}
            onOpen={() => setPaneOpened(true)}
            sort={{ columnId: 'due', descending: false }}
            onSort={() => undefined}
          />
        }
        pane={
          <PreviewFrame
            title={`${current} · Счёт`}
            tabs={[
              { id: 'invoice', label: 'Счёт' },
              { id: 'contract', label: 'Договор' },
              { id: 'request', label: 'Заявка' },
            ]}
            selectedTab="invoice"
            note="стр. 1 из 1"
            demo
            problem={
              <ProblemLine framed tone="blocks" mend={{ label: 'Указать', keys: 'F2', onClick: () => undefined }}>
                Заявка: не указано время выгрузки
              </ProblemLine>
            }
          >
            <SamplePage />
          </PreviewFrame>
        }
        actions={
          <ActionBar
            title="Действия"
            actions={actions}
            summary={
              <>
                Отмечено {marked.size} заказа, <Money value="585680.00" withCurrency />
              </>
            }
            spareKeys={[
              { keys: 'Space', label: 'отметить' },
              { keys: 'Enter', label: 'открыть' },
            ]}
          />
        }
      />
    </>
  );
};
