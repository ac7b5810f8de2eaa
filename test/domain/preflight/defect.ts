import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { Severity } from '#shared/domain/document/preflight.ts';
import type { PreflightContext } from '#shared/domain/preflight/preflight-context.ts';
import type { FindingCode } from '#shared/domain/preflight/texts.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { seller, type Plant } from './plant.ts';

/** One planted defect: what it must be found as and which field must mend it. */
export type Defect = {
  readonly rule: string;
  readonly severity: Severity;
  readonly kind: DocumentKind;
  readonly code: FindingCode;
  readonly field: string;
  readonly plant: Plant;
  readonly context?: Partial<PreflightContext>;
};

export const defect = (
  rule: string,
  severity: Severity,
  kind: DocumentKind,
  code: FindingCode,
  field: string,
  plant: Plant,
  context?: Partial<PreflightContext>,
): Defect => ({ rule, severity, kind, code, field, plant, ...(context ? { context } : {}) });

export const AFTER = isoDate('2026-11-25');
export const EARLY = isoDate('2026-10-31');

export const dated =
  (date: string): Plant =>
  (source) => ({ ...source, date: isoDate(date) });

export const regime = (name: 'usnExempt' | 'foreign', from = '2026-01-01'): Plant =>
  seller({ taxPeriods: [{ regime: name, validFrom: isoDate(from), validTo: null }] });
