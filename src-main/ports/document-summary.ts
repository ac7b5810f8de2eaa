import type { IssuedDocument } from '#shared/domain/document/document.ts';
import type { PaperWay } from './signing.ts';

/** A document as lists show it, with its way and the names of its sides. */
export type DocumentSummary = IssuedDocument &
  PaperWay & {
    readonly partyName: string;
    readonly organisationName: string;
    /** Empty for a paper that belongs to no order. */
    readonly orderNumber: string;
  };
