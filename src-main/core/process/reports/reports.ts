import { costAndMargin, orderGaps } from './control-reports.ts';
import { carrierOffers, carriers, checkCalls } from './freight-reports.ts';
import { cashForecast, debtors, receiptsExpenses } from './money-reports.ts';
import {
  completedOrders,
  conversion,
  distributionJournal,
  productionOrder,
  profitByCounterparty,
  profitByOrder,
} from './record-reports.ts';
import type { Report } from './report-context.ts';
import { deliveryPlan, preliminaryOrders, priceTable, productionPlan, purchasePlan } from './week-plans.ts';

/** Reports by the codes that definitions and screens use. */
export const REPORTS: Readonly<Record<string, Report | undefined>> = {
  'preliminary-orders': preliminaryOrders,
  'production-plan': productionPlan,
  'delivery-plan': deliveryPlan,
  'purchase-plan': purchasePlan,
  'price-table': priceTable,
  debtors,
  'receipts-expenses': receiptsExpenses,
  'cash-forecast': cashForecast,
  'production-order': productionOrder,
  'cost-margin': costAndMargin,
  'order-gaps': orderGaps,
  carriers,
  'carrier-offers': carrierOffers,
  'check-calls': checkCalls,
  'order-profit': profitByOrder,
  'profit-by-counterparty': profitByCounterparty,
  conversion,
  'completed-orders': completedOrders,
  'distribution-journal': distributionJournal,
};
