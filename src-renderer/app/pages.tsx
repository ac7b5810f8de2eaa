import { Empty } from '#renderer/ui/empty.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';

/** The sections while the base has nothing to show in them. */
export const TodayPage = () => (
  <>
    <PageHead title="Сегодня" />
    <Empty title="Сегодня вас ничего не ждёт">Заказы, которым нужен комплект, появятся здесь.</Empty>
  </>
);

export const OrdersPage = () => (
  <>
    <PageHead title="Заказы" />
    <Empty title="Пока нет заказов">Подключите Битрикс24 или МойСклад либо откройте демонстрационную базу.</Empty>
  </>
);

export const DocumentsPage = () => (
  <>
    <PageHead title="Документы" />
    <Empty title="Пока нет документов">Они появятся после первого выпуска комплекта.</Empty>
  </>
);
