import type { MappedFieldName } from './fields.ts';

/** What a person chose in the connect wizard. */
export type CrmMapping = {
  /** What is an order for us: deals (2), or a smart process by its type. Of no meaning for МойСклад. */
  readonly orderType: string;
  /** Funnels whose records are orders; empty: all of them. */
  readonly pipelines: readonly string[];
  /** Further smart processes to bring, by type. */
  readonly processes: readonly string[];
  /** Our field → the name of the field in the CRM. What is not here is taken from the usual place or not at all. */
  readonly fields: Readonly<Partial<Record<MappedFieldName, string>>>;
  /** Stage of the CRM → the name of our stage; absent: the CRM's title. */
  readonly stages: Readonly<Record<string, string>>;
  /** The smart process whose records the connector of a freight exchange publishes; absent: postings are copied by hand. */
  readonly freightType?: string;
  /** Our company when the record names none: ИНН. */
  readonly defaultOrganisationInn: string;
};

export const EMPTY_MAPPING: CrmMapping = {
  orderType: '2',
  pipelines: [],
  processes: [],
  fields: {},
  stages: {},
  defaultOrganisationInn: '',
};
