import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ClosingTab, SigningTab } from '#renderer/parts/section-tabs.tsx';
import { useAddress } from './use-address.ts';

const CLOSING_PATHS = {
  month: '/month-end',
  register: '/month-end/register',
  debt: '/month-end/debt',
  sending: '/month-end/sending',
  reminders: '/month-end/reminders',
  print: '/month-end/print',
  tray: '/month-end/tray',
} as const satisfies Record<ClosingTab, string>;

const SIGNING_PATHS = {
  queue: '/signing',
  check: '/signing/check',
  approvals: '/signing/approvals',
  compare: '/signing/compare',
} as const satisfies Record<SigningTab, string>;

/** From one screen of «Закрывающие» to another; the company stays chosen. */
export const useClosingTab = () => {
  const navigate = useNavigate();
  const { org } = useAddress();
  return useCallback((tab: ClosingTab) => void navigate({ to: CLOSING_PATHS[tab], search: { org } }), [navigate, org]);
};

/** The same in «Подписание». */
export const useSigningTab = () => {
  const navigate = useNavigate();
  const { org } = useAddress();
  return useCallback((tab: SigningTab) => void navigate({ to: SIGNING_PATHS[tab], search: { org } }), [navigate, org]);
};

/** F8: the scanner's screen, from anywhere. */
export const useReception = () => {
  const navigate = useNavigate();
  const { org } = useAddress();
  return useCallback(() => void navigate({ to: '/reception', search: { org } }), [navigate, org]);
};
