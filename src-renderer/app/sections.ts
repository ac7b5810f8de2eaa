import type { NavSection } from '#renderer/ui/app-frame.tsx';

export type SectionId =
  | 'today'
  | 'orders'
  | 'documents'
  | 'signing'
  | 'month-end'
  | 'payments'
  | 'one-c'
  | 'tasks'
  | 'processes'
  | 'settings';

/** Sections in the order of the office manager's day. Only what exists is listed. */
export const SECTIONS = [
  { id: 'today', label: 'Сегодня', icon: 'sun', path: '/' },
  { id: 'orders', label: 'Заказы', icon: 'clipboard-list', path: '/orders' },
  { id: 'documents', label: 'Документы', icon: 'files', path: '/documents' },
  { id: 'signing', label: 'Подписание', icon: 'signature', path: '/signing' },
  { id: 'month-end', label: 'Закрывающие', icon: 'archive', path: '/month-end' },
  { id: 'payments', label: 'Оплаты', icon: 'cash', path: '/payments' },
  { id: 'one-c', label: '1С', icon: 'arrows-exchange', path: '/1c' },
  { id: 'tasks', label: 'Задачи', icon: 'checkbox', path: '/tasks' },
  { id: 'processes', label: 'Процессы', icon: 'layout-kanban', path: '/processes' },
  { id: 'settings', label: 'Настройки', icon: 'settings', path: '/settings/templates' },
] as const satisfies readonly (Pick<NavSection, 'label' | 'icon'> & { id: SectionId; path: string })[];

/** The section an address belongs to: `/orders/1204` is «Заказы». */
export const sectionOfPath = (path: string): SectionId => {
  if (path.startsWith('/settings/') || path === '/guide') return 'settings';
  const owner = SECTIONS.findLast(
    (section) => path === section.path || (section.path !== '/' && path.startsWith(`${section.path}/`)),
  );
  return owner?.id ?? 'today';
};
