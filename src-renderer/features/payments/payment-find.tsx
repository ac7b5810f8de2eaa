import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { formatDate } from '#shared/kernel/date.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { splitPartyName, wireDate } from '#renderer/parts/order-row.ts';
import { useSettled } from '#renderer/parts/use-settled.ts';
import { paymentTexts } from '#renderer/text/payment-texts.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PartyName } from '#renderer/ui/party-name.tsx';
import type { TableColumn } from '#renderer/ui/table/table-column.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Found, PaymentRow } from './payment-row.ts';

const t = paymentTexts.find;
const TYPING_MS = 150;

type PaymentFindProps = {
  readonly row: PaymentRow;
  readonly onChoose: (documentId: string) => void;
  readonly onClose: () => void;
};

/** Another document for the operation: by number, sum, ИНН or name; arrows and Enter from the field itself. */
export const PaymentFind = ({ row, onChoose, onClose }: PaymentFindProps) => {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed, TYPING_MS);
  const answer = useQueryCall('payments.find', { operationId: row.id, text }, { keepsPrevious: true });
  const items = answer.data?.items ?? NONE;
  const [wanted, setWanted] = useState<string | null>(null);
  const current = items.find(({ documentId }) => documentId === wanted) ?? items[0] ?? null;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const choose = (found: Found): void => onChoose(found.documentId);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const index = items.findIndex(({ documentId }) => documentId === current?.documentId);
      setWanted(items[index + step]?.documentId ?? current?.documentId ?? null);
    } else if (event.key === 'Enter' && current !== null && text === typed) {
      event.preventDefault();
      choose(current);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
  };
  const groups = useMemo(() => [{ id: 'found', rows: items }], [items]);
  return (
    <>
      <TextField label={t.label} value={typed} onChange={setTyped} onKeyDown={onKeyDown} ref={field} />
      <DataTable
        label={t.title}
        fit
        columns={COLUMNS}
        groups={groups}
        rowId={idOf}
        current={current?.documentId ?? null}
        onCurrentChange={setWanted}
        onOpen={(id) => {
          const found = items.find(({ documentId }) => documentId === id);
          if (found !== undefined) choose(found);
        }}
        empty={<p>{t.none}</p>}
      />
    </>
  );
};

const NONE: readonly Found[] = [];

const idOf = (found: Found): string => found.documentId;

const COLUMNS: readonly TableColumn<Found>[] = [
  { id: 'number', title: t.columns.number, width: 72, figure: true, cell: (found) => found.number },
  { id: 'date', title: t.columns.date, width: 92, figure: true, cell: (found) => formatDate(wireDate(found.date)) },
  {
    id: 'party',
    title: t.columns.party,
    width: 'rest',
    cell: (found) => <PartyName {...splitPartyName(found.counterparty)} />,
  },
  {
    id: 'rest',
    title: t.columns.rest,
    width: 104,
    align: 'right',
    figure: true,
    cell: (found) => <Money value={found.outstanding} />,
  },
];
