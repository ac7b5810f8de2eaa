/** How the list of orders is narrowed; it stands in the address, so that «back» brings it again. */
export type OrdersFilter = { readonly text?: string; readonly month?: string; readonly stage?: string };
