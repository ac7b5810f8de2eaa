import type { CrmMapping } from '#shared/domain/crm/mapping.ts';
import type { Pace } from '../../transport/pace.ts';
import type { Calibration } from '../connector.ts';
import type { FieldBook } from './field-kinds.ts';
import type { NameBook } from './names.ts';
import type { Portal } from './portal.ts';

/** What every part of this connector works with. */
export type Bitrix = {
  readonly portal: Portal;
  readonly pace: Pace;
  readonly fieldBook: FieldBook;
  readonly nameBook: NameBook;
  readonly mapping: CrmMapping;
  readonly calibration: Calibration;
  /** What our own writes proved: their stamps against the clock of their answers. The next calibration believes it. */
  readonly observed: { skewMinutes: number | null };
  /** `originatorId` of everything this copy of the program makes. */
  readonly originator: string;
};
