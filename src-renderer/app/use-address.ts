import { useParams, useSearch } from '@tanstack/react-router';
import { parseAddress, type AddressSearch } from './address.ts';

/*
 * Screens are named in the tree of routes, and the tree's type would name their results: such a circle the compiler
 * resolves to `any`. So what comes from the router is taken as unknown and read once more.
 */
const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** The filters in the address of now. */
export const useAddress = (): AddressSearch => {
  const search: unknown = useSearch({ strict: false });
  return parseAddress(recordOf(search));
};

/** The order whose card the address opens; null elsewhere. */
export const useOpenedOrderId = (): string | null => {
  const params: unknown = useParams({ strict: false });
  const { orderId } = recordOf(params);
  return typeof orderId === 'string' ? orderId : null;
};

/** A part of the path of now: the record, the report, the process that it opens; empty elsewhere. */
export const useAddressPart = (name: 'recordId' | 'reportId' | 'code'): string => {
  const params: unknown = useParams({ strict: false });
  const part = recordOf(params)[name];
  return typeof part === 'string' ? part : '';
};
