import { ROLES, type Role } from '../users/rights.ts';

/**
 * Roles of the shipped processes → roles of the office (product.md §8.3). Small companies have one person for several: a missing
 * department is led by whoever leads its business. `business/role` goes before the plain code.
 */
const OFFICE_ROLES: Readonly<Record<string, readonly Role[]>> = {
  'commercial-director': ['commercialDirector'],
  'deputy-director': ['commercialDirector'],
  'finance-director': ['financeDirector'],
  'general-director': ['director'],
  'production-head': ['productionHead'],
  'sales-head': ['commercialDirector'],
  logistics: ['logisticsHead'],
  'furniture/logistics': ['logistician'],
  operator: ['shippingOperator'],
  head: ['commercialDirector'],
  heads: ['commercialDirector', 'logisticsHead'],
  headSales: ['commercialDirector'],
  headLogistics: ['logisticsHead'],
  warehouse: ['storekeeper'],
  production: ['productionHead'],
  admin: ['administrator'],
  hr: ['officeManager'],
};

/** Roles of the office behind a role of a process; a code that the office has itself means that one. */
export const baseRolesOf = (business: string, role: string): readonly Role[] =>
  OFFICE_ROLES[`${business}/${role}`] ?? OFFICE_ROLES[role] ?? ROLES.filter((each) => each === role);
