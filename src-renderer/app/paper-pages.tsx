import { useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';
import { CheckPage } from '#renderer/features/check-queue/check-page.tsx';
import { DebtPage } from '#renderer/features/closing/debt-page.tsx';
import type { RegisterFilter } from '#renderer/features/closing/register-filter.ts';
import { RegisterPage } from '#renderer/features/closing/register-page.tsx';
import { ComparePage } from '#renderer/features/contract-compare/compare-page.tsx';
import { PrintPage } from '#renderer/features/print-queue/print-page.tsx';
import { ReceptionPage } from '#renderer/features/reception/reception-page.tsx';
import { TrayPage } from '#renderer/features/reception/tray-page.tsx';
import { RemindersPage } from '#renderer/features/sending/reminders-page.tsx';
import { SendingPage } from '#renderer/features/sending/sending-page.tsx';
import { ApprovalsPage } from '#renderer/features/signing/approvals-page.tsx';
import { SigningPage } from '#renderer/features/signing/signing-page.tsx';
import { useOpenOrder } from './pages.tsx';
import { useClosingTab, useSigningTab } from './paper-tabs.ts';
import { useAddress } from './use-address.ts';

/* Screens of «Подписание», «Закрывающие» and «Приём»: where papers are and who has to move. */

export const SigningScreen = (): ReactNode => <SigningPage org={useAddress().org} onTab={useSigningTab()} />;

export const CheckScreen = (): ReactNode => (
  <CheckPage org={useAddress().org} onTab={useSigningTab()} onOpenOrder={useOpenOrder()} />
);

export const ApprovalsScreen = (): ReactNode => <ApprovalsPage onTab={useSigningTab()} />;

export const CompareScreen = (): ReactNode => <ComparePage onTab={useSigningTab()} />;

export const RegisterScreen = (): ReactNode => {
  const { org, text, kind, view, medium, from, to, party } = useAddress();
  const navigate = useNavigate();
  const filter = useCallback(
    (next: RegisterFilter) => void navigate({ to: '/month-end/register', search: { org, ...next }, replace: true }),
    [navigate, org],
  );
  return (
    <RegisterPage
      filter={{ text, kind, view, medium, from, to, party }}
      onFilter={filter}
      org={org}
      onTab={useClosingTab()}
      onOpenOrder={useOpenOrder()}
    />
  );
};

export const DebtScreen = (): ReactNode => {
  const { org } = useAddress();
  const navigate = useNavigate();
  const show = useCallback(
    (party: string) => void navigate({ to: '/month-end/register', search: { org, view: 'awaited', party } }),
    [navigate, org],
  );
  return <DebtPage org={org} onTab={useClosingTab()} onShow={show} />;
};

export const SendingScreen = (): ReactNode => <SendingPage org={useAddress().org} onTab={useClosingTab()} />;

export const RemindersScreen = (): ReactNode => <RemindersPage org={useAddress().org} onTab={useClosingTab()} />;

export const PrintScreen = (): ReactNode => <PrintPage onTab={useClosingTab()} />;

export const TrayScreen = (): ReactNode => <TrayPage onTab={useClosingTab()} />;

export const ReceptionScreen = (): ReactNode => {
  const { org } = useAddress();
  const navigate = useNavigate();
  const { history } = useRouter();
  const leave = useCallback(() => {
    if (history.canGoBack()) history.back();
    else void navigate({ to: '/', search: { org } });
  }, [history, navigate, org]);
  const tray = useCallback(() => void navigate({ to: '/month-end/tray', search: { org } }), [navigate, org]);
  return <ReceptionPage onLeave={leave} onTray={tray} />;
};
