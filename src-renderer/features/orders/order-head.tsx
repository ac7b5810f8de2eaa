import { formatDate } from '#shared/kernel/date.ts';
import { isOverdue, splitPartyName, wireDate } from '#renderer/parts/order-row.ts';
import { nearDate } from '#renderer/text/dates.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import { DueDate } from '#renderer/ui/due-date.tsx';
import { Money, moneyText } from '#renderer/ui/money.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { PartyName } from '#renderer/ui/party-name.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import type { Card } from './card.ts';

const { card: t } = orderTexts;

/** Who, what, when and how much, in two lines. */
export const OrderHead = ({
  order,
  today,
  onBack,
}: {
  readonly order: Card;
  readonly today: string;
  readonly onBack: () => void;
}) => {
  const near = (date: string) => nearDate(wireDate(date), wireDate(today));
  return (
    <PageHead
      title={t.title(order.number)}
      back={{ label: orderTexts.back, onClick: onBack }}
      subtitle={<PartyName {...splitPartyName(order.counterparty.name)} />}
      status={
        <StatusChip tone="yours" icon="file-text">
          {order.stage}
        </StatusChip>
      }
      facts={[
        { label: t.sum, value: <Money value={order.sum} withCurrency />, kind: 'sum' },
        { label: t.vat(moneyText(order.vat)), value: '', kind: 'sum' },
      ]}
      details={
        <>
          {order.dueDate !== null && (
            <span>
              {t.due}{' '}
              <DueDate overdue={isOverdue(order.dueDate, today) && order.pack.some(({ state }) => state !== 'issued')}>
                {near(order.dueDate)}
              </DueDate>
            </span>
          )}
          {order.shipDate !== null && (
            <span>
              {t.ship} <b>{near(order.shipDate)}</b>
            </span>
          )}
          <span>
            {order.contract
              ? t.contract(order.contract.number, formatDate(wireDate(order.contract.date)))
              : t.noContract}
          </span>
          {order.paymentKind in t.payment && <span>{t.payment[order.paymentKind]}</span>}
          <span>{order.organisation.name}</span>
          {order.carrier && (
            <span>
              {t.carrier} {order.carrier.name}
            </span>
          )}
          {order.route !== '' && <span title={order.route}>{order.route}</span>}
        </>
      }
    />
  );
};
