import type { CrmMapping } from '#shared/domain/crm/mapping.ts';
import type { Pace } from '../../transport/pace.ts';
import type { Metadata } from './metadata.ts';
import type { Service } from './service.ts';

/** What every part of this connector works with. */
export type Sklad = {
  readonly service: Service;
  readonly pace: Pace;
  readonly mapping: CrmMapping;
  readonly metadata: Metadata;
};
