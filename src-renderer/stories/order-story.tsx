import { useState } from 'react';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Pack, type PackSheet } from '#renderer/ui/pack.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { PreflightList } from '#renderer/ui/preflight-list.tsx';
import { PreviewFrame } from '#renderer/ui/preview-frame.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { StatusChip, type Medium, type StatusTone } from '#renderer/ui/status-chip.tsx';
import { Stepper } from '#renderer/ui/stepper.tsx';
import { Timeline } from '#renderer/ui/timeline.tsx';
import { ValueInspector } from '#renderer/ui/value-inspector.tsx';
import { SamplePage } from './sample-page.tsx';

type Line = {
  readonly title: string;
  readonly sheet: PackSheet;
  readonly medium: Medium;
  readonly tone: StatusTone;
  readonly step: string;
  readonly sum: string | null;
};

const LINES: readonly Line[] = [
  {
    title: 'Договор № 15/24',
    sheet: { letter: 'Д', title: 'Договор', state: 'settled' },
    medium: 'paper',
    tone: 'settled',
    step: 'Оригинал у нас',
    sum: null,
  },
  {
    title: 'Заявка 1214',
    sheet: { letter: 'З', title: 'Заявка', state: 'away' },
    medium: 'scan',
    tone: 'waiting',
    step: 'Ждём подпись, 1 день',
    sum: '98500.00',
  },
  {
    title: 'Счёт 1214',
    sheet: { letter: 'С', title: 'Счёт', state: 'stale' },
    medium: 'scan',
    tone: 'due',
    step: 'Устарел: 95 000 → 98 500',
    sum: '95000.00',
  },
  {
    title: 'Заявка перевозчику',
    sheet: { letter: 'П', title: 'Заявка перевозчику', state: 'blocked' },
    medium: 'scan',
    tone: 'impossible',
    step: 'Не выпустить',
    sum: '78000.00',
  },
  {
    title: 'Транспортная накладная',
    sheet: { letter: 'Т', title: 'Накладная', state: 'draft' },
    medium: 'epd',
    tone: 'yours',
    step: 'Ждёт вашего решения',
    sum: null,
  },
  {
    title: 'УПД, статус 1',
    sheet: { letter: 'У', title: 'УПД', state: 'absent' },
    medium: 'edo',
    tone: 'waiting',
    step: 'После выгрузки 24.11',
    sum: '98500.00',
  },
];

const COLUMNS: readonly TableColumn<Line>[] = [
  { id: 'sheet', title: 'Лист', width: 48, cell: (line) => <Pack sheets={[line.sheet]} /> },
  { id: 'title', title: 'Комплект · 6 документов', width: 'rest', cell: (line) => line.title },
  {
    id: 'status',
    title: 'Состояние',
    width: 270,
    cell: (line) => (
      <StatusChip medium={line.medium} tone={line.tone}>
        {line.step}
      </StatusChip>
    ),
  },
  { id: 'sum', title: 'Сумма, ₽', width: 96, align: 'right', cell: (line) => <Money value={line.sum} /> },
];

const GROUPS = [{ id: 'all', rows: LINES }];
const nothing = () => undefined;
const ACTIONS = [
  { id: 'reissue', label: 'Перевыпустить счёт', keys: 'Ctrl+Enter', primary: true, run: nothing },
  { id: 'send', label: 'Отправить', icon: 'send', keys: 'Ctrl+Shift+Enter', run: nothing },
  { id: 'print', label: 'Печать', icon: 'printer', keys: 'Ctrl+P', run: nothing },
  { id: 'word', label: 'Открыть в Word', icon: 'file-text', keys: 'Ctrl+O', quiet: true, run: nothing },
] as const;

/** One order: the pack, the check, the life of a document, its history. */
export const OrderStory = () => {
  const [current, setCurrent] = useState('Счёт 1214');
  return (
    <>
      <PageHead
        title="Заказ 1214"
        subtitle="СтройСнаб Поволжье ООО"
        status={<StatusChip tone="yours">Оформление документов</StatusChip>}
        facts={[{ label: 'Ставка', value: <Money value="98500.00" withCurrency />, kind: 'sum' }]}
        back={{ label: 'К заказам', onClick: nothing }}
        details="Нижний Новгород — Самара · Загрузка пн 23.11, 8:00–10:00 · Перевозчик Магистраль-Юг ООО"
        detailsEnd="Битрикс24, сделка 4417"
      />
      <SplitView
        size="wide"
        paneLabel="Документ"
        list={
          <ScrollColumn>
            <DataTable
              fit
              label="Комплект"
              columns={COLUMNS}
              groups={GROUPS}
              rowId={(line) => line.title}
              current={current}
              onCurrentChange={setCurrent}
            />
            <PreflightList
              total={41}
              passed={38}
              problems={[
                {
                  id: '1',
                  tone: 'warns',
                  text: 'Заказ изменён после выпуска: ставка и НДС',
                  sheet: <Pack sheets={[{ letter: 'С', title: 'Счёт', state: 'stale' }]} />,
                  mend: { label: 'Перевыпустить v2', onClick: nothing },
                },
                {
                  id: '2',
                  tone: 'blocks',
                  text: 'Доверенность № 14 перевозчика истекла 31.10.2026',
                  sheet: <Pack sheets={[{ letter: 'П', title: 'Заявка перевозчику', state: 'blocked' }]} />,
                  mend: { label: 'Указать новую', onClick: nothing },
                },
                {
                  id: '3',
                  tone: 'warns',
                  text: 'С 01.09.2026 нужна ЭПД. На бумаге — только с причиной',
                  sheet: <Pack sheets={[{ letter: 'Т', title: 'Накладная', state: 'draft' }]} />,
                  whoCan: 'может логист',
                },
              ]}
            />
            <Section title="Жизнь заявки 1214" icon="route" note="наш экземпляр, скан, потом бумага">
              <Stepper
                label="Жизнь заявки 1214"
                steps={[
                  { id: '1', label: 'Проверен', detail: '19.11 15:20', state: 'done' },
                  { id: '2', label: 'Согласован', detail: '19.11 16:02', state: 'done' },
                  { id: '3', label: 'Подписан нами', detail: '19.11 17:40', state: 'done' },
                  { id: '4', label: 'Отправлен', detail: '19.11 17:55', state: 'done' },
                  { id: '5', label: 'Подписан ими', detail: 'ждём 1 день', state: 'current' },
                  { id: '6', label: 'Оригинал', state: 'future' },
                  { id: '7', label: 'В 1С', state: 'future' },
                ]}
              />
            </Section>
            <Section title="История" icon="history" aside={<LinkButton onClick={nothing}>все 14 записей</LinkButton>}>
              <Timeline
                entries={[
                  {
                    id: '1',
                    time: 'сегодня 12:40',
                    icon: 'refresh',
                    text: 'Битрикс24: ставка клиента 95 000 → 98 500. Счёт помечен устаревшим',
                  },
                  {
                    id: '2',
                    time: 'вчера 17:55',
                    icon: 'mail-forward',
                    text: 'Заявка отправлена письмом, 2 файла · Белова',
                    undo: { label: 'Отменить', onClick: nothing },
                  },
                  {
                    id: '3',
                    time: 'вчера 17:40',
                    icon: 'signature',
                    text: 'Заявка подписана: генеральный директор, Устав',
                  },
                ]}
              />
            </Section>
          </ScrollColumn>
        }
        pane={
          <PreviewFrame
            title="Счёт 1214"
            tabs={[
              { id: 'will', label: 'Станет v2' },
              { id: 'was', label: 'Было v1' },
            ]}
            selectedTab="will"
            state="draft"
            demo
            inspector={
              <ValueInspector
                value="98 500,00"
                field="ставка клиента"
                was="95 000,00"
                source="Битрикс24, сегодня 12:40, Орлова"
                onEdit={nothing}
              />
            }
          >
            <SamplePage />
          </PreviewFrame>
        }
        actions={
          <ActionBar
            title="Действия"
            actions={ACTIONS}
            summary="номер и дата сохранятся"
            spareKeys={[{ keys: 'N', label: 'замечание' }]}
          />
        }
      />
    </>
  );
};
