import { useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { CompositionPage } from '#renderer/features/composition/composition-page.tsx';
import { ClosingGate } from '#renderer/features/closing/closing-gate.tsx';
import { EpdBlock } from '#renderer/features/closing/epd-block.tsx';
import { DebtsPage } from '#renderer/features/debts/debts-page.tsx';
import { IncomingPage } from '#renderer/features/documents/incoming-page.tsx';
import { DocumentsPage } from '#renderer/features/documents/documents-page.tsx';
import type { DocumentsFilter } from '#renderer/features/documents/documents-filter.ts';
import { MonthEndPage } from '#renderer/features/month-end/month-end-page.tsx';
import { OneCPage } from '#renderer/features/one-c/one-c-page.tsx';
import { OrderPage } from '#renderer/features/orders/order-page.tsx';
import type { OrdersFilter } from '#renderer/features/orders/orders-filter.ts';
import { OrdersPage } from '#renderer/features/orders/orders-page.tsx';
import { useRecent } from '#renderer/features/palette/recent.ts';
import { PaymentsPage } from '#renderer/features/payments/payments-page.tsx';
import { TemplatesPage } from '#renderer/features/templates/templates-page.tsx';
import { OrderSend } from '#renderer/features/sending/order-send.tsx';
import { SyncPage } from '#renderer/features/sync/sync-page.tsx';
import { TodayPage } from '#renderer/features/today/today-page.tsx';
import type { TodayFilter } from '#renderer/features/today/today-groups.ts';
import type { AddressSearch } from './address.ts';
import { useClosingTab } from './paper-tabs.ts';
import { useAddress, useOpenedOrderId } from './use-address.ts';

/** Features know no addresses: here their filters are read from the address and written back. */
export const useOpenOrder = () => {
  const navigate = useNavigate();
  return useCallback(
    (orderId: string, sheet?: DocumentKind, field?: string) =>
      void navigate({
        to: '/orders/$orderId',
        params: { orderId },
        search: ({ org }: AddressSearch) => ({ org, sheet, field }),
      }),
    [navigate],
  );
};

export const TodayScreen = (): ReactNode => {
  const { show, org } = useAddress();
  const navigate = useNavigate();
  const organisations = useQueryCall('organisations.list', {}, { enabled: org !== undefined });
  const organisationId = organisations.data?.items.find(({ inn }) => inn === org)?.id;
  const filter = useCallback(
    (next: TodayFilter) => void navigate({ to: '/', search: { org, show: next === 'all' ? undefined : next } }),
    [navigate, org],
  );
  return (
    <TodayPage filter={show ?? 'all'} onFilter={filter} organisationId={organisationId} onOpenOrder={useOpenOrder()} />
  );
};

export const OrdersScreen = (): ReactNode => {
  const { text, month, stage, org } = useAddress();
  const navigate = useNavigate();
  const filter = useCallback(
    (next: OrdersFilter) => void navigate({ to: '/orders', search: { org, ...next }, replace: true }),
    [navigate, org],
  );
  return <OrdersPage filter={{ text, month, stage }} onFilter={filter} org={org} onOpenOrder={useOpenOrder()} />;
};

export const OrderScreen = (): ReactNode => {
  const orderId = useOpenedOrderId() ?? '';
  const { sheet, org, field } = useAddress();
  const navigate = useNavigate();
  const { remember } = useRecent();
  const card = useQueryCall('orders.get', { order: orderId }).data;
  const [number, party] = [card?.number, card?.counterparty.name];
  useEffect(() => {
    if (number !== undefined && party !== undefined) remember({ id: orderId, number, party });
  }, [orderId, number, party, remember]);
  const choose = useCallback(
    (kind: DocumentKind) =>
      void navigate({ to: '/orders/$orderId', params: { orderId }, search: { org, sheet: kind }, replace: true }),
    [navigate, orderId, org],
  );
  const { history } = useRouter();
  const back = useCallback(() => {
    if (history.canGoBack()) history.back();
    else void navigate({ to: '/orders', search: { org } });
  }, [history, navigate, org]);
  const close = useCallback(
    () => void navigate({ to: '/orders/$orderId', params: { orderId }, search: { org, sheet }, replace: true }),
    [navigate, orderId, org, sheet],
  );
  const [sending, setSending] = useState(false);
  const send = useCallback(() => setSending(true), []);
  const stopSending = useCallback(() => setSending(false), []);
  return (
    <>
      <OrderPage
        orderId={orderId}
        sheet={sheet}
        onSheet={choose}
        field={field}
        onFieldDone={close}
        onBack={back}
        onSend={send}
        way={
          card && (
            <>
              <ClosingGate orderId={card.id} />
              <EpdBlock orderId={card.id} />
            </>
          )
        }
      />
      {sending && card && <OrderSend orderId={card.id} number={card.number} onClose={stopSending} />}
    </>
  );
};

export const DocumentsScreen = (): ReactNode => {
  const { text, kind, state, org, way, make } = useAddress();
  const navigate = useNavigate();
  const filter = useCallback(
    (next: DocumentsFilter) =>
      void navigate({
        to: '/documents',
        search: { org, text: next.text, kind: next.kind, state: next.show },
        replace: true,
      }),
    [navigate, org],
  );
  const search = useCallback(
    (words: string | undefined) =>
      void navigate({ to: '/documents', search: { org, way: 'incoming', text: words }, replace: true }),
    [navigate, org],
  );
  const turn = useCallback(
    (next: 'incoming' | undefined) => void navigate({ to: '/documents', search: { org, way: next } }),
    [navigate, org],
  );
  const openOrder = useOpenOrder();
  if (way === 'incoming')
    return <IncomingPage org={org} text={text} onText={search} onWay={turn} onOpenOrder={openOrder} />;
  return (
    <DocumentsPage
      key={make}
      filter={{ text, kind, show: state }}
      make={make}
      onFilter={filter}
      onWay={turn}
      onOpenOrder={openOrder}
    />
  );
};

export const MonthEndScreen = (): ReactNode => {
  const { month, org } = useAddress();
  const navigate = useNavigate();
  const choose = useCallback(
    (next: string) => void navigate({ to: '/month-end', search: { org, month: next }, replace: true }),
    [navigate, org],
  );
  return <MonthEndPage month={month} onMonth={choose} org={org} onOpenOrder={useOpenOrder()} onTab={useClosingTab()} />;
};

export const TemplatesScreen = (): ReactNode => {
  const navigate = useNavigate();
  const openRules = useCallback(() => void navigate({ to: '/settings/packs' }), [navigate]);
  return <TemplatesPage onOpenRules={openRules} />;
};

export const CompositionScreen = (): ReactNode => {
  const navigate = useNavigate();
  const back = useCallback(() => void navigate({ to: '/settings/templates' }), [navigate]);
  return <CompositionPage onBack={back} />;
};

export const OneCScreen = (): ReactNode => {
  const { org } = useAddress();
  const navigate = useNavigate();
  const choose = useCallback(
    (inn: string) => void navigate({ to: '/1c', search: { org: inn }, replace: true }),
    [navigate],
  );
  const openIncoming = useCallback(
    (number: string) => void navigate({ to: '/documents', search: { org, way: 'incoming', text: number } }),
    [navigate, org],
  );
  return <OneCPage org={org} onOrg={choose} onOpenOrder={useOpenOrder()} onOpenIncoming={openIncoming} />;
};

export const PaymentsScreen = (): ReactNode => {
  const { org } = useAddress();
  const navigate = useNavigate();
  const openDebts = useCallback(() => void navigate({ to: '/payments/debts', search: { org } }), [navigate, org]);
  return <PaymentsPage onOpenDebts={openDebts} />;
};

export const DebtsScreen = (): ReactNode => {
  const { org } = useAddress();
  const navigate = useNavigate();
  const organisations = useQueryCall('organisations.list', {}, { enabled: org !== undefined });
  const back = useCallback(() => void navigate({ to: '/payments', search: { org } }), [navigate, org]);
  const organisationId = organisations.data?.items.find(({ inn }) => inn === org)?.id;
  return <DebtsPage organisationId={organisationId} onOpenOrder={useOpenOrder()} onBack={back} />;
};

export const SyncScreen = (): ReactNode => <SyncPage onOpenOrder={useOpenOrder()} />;
