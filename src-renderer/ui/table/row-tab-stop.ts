import { createContext } from 'react';

/** False inside a row that is not the current one: Tab visits the controls of one row, not of a thousand. */
export const RowTabStopContext = createContext(true);
