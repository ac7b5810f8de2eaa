import type { Business } from '../business/business.ts';
import { baseCompanies } from './base-companies.ts';
import { baseDirectories } from './base-directories.ts';
import { baseDocuments } from './base-documents.ts';
import type { Base } from './ids.ts';

/** Everything that the account has on its first day, by type; made row by row when it is read. */
export const baseEntities = (business: Business): ReadonlyMap<string, Base> =>
  new Map([...baseCompanies(business), ...baseDirectories(business), ...baseDocuments(business)]);
