import type { IsoDate } from '../../kernel/date.ts';
import type { Kopecks } from '../../kernel/money.ts';

/** What each warning carries; its Russian text is in `text/statement-texts.ts`. */
export type WarningData = {
  /** The file's label names another encoding than its bytes. */
  'encoding.label': { readonly label: string; readonly encoding: string };
  'version.unknown': { readonly version: string };
  /** No «КонецФайла»: the person confirms that the file is whole. */
  'file.noEnd': Record<string, never>;
  'file.afterEnd': Record<string, never>;
  'section.unclosed': { readonly section: string };
  'section.unknown': { readonly section: string; readonly lines: number };
  'section.badValue': { readonly key: string; readonly value: string };
  'section.noAccount': Record<string, never>;
  'line.stray': { readonly text: string };
  'key.unknown': { readonly key: string };
  'sum.form': { readonly key: string; readonly value: string };
  'date.form': { readonly key: string; readonly value: string };
  'inn.invalid': { readonly inn: string; readonly name: string };
  'kpp.invalid': { readonly kpp: string; readonly name: string };
  'operation.noNumber': Record<string, never>;
  'operation.directionByDates': { readonly number: string };
  'operation.directionUnclear': { readonly number: string };
  'operation.duplicate': { readonly number: string; readonly first: number };
  'operation.outsidePeriod': { readonly number: string; readonly bookedOn: IsoDate };
  /** Start + in − out ≠ end. */
  'balance.sum': {
    readonly account: string;
    readonly from: IsoDate;
    readonly expected: Kopecks;
    readonly closing: Kopecks;
  };
  /** A period does not begin with what the one before it ended with. */
  'balance.chain': {
    readonly account: string;
    readonly from: IsoDate;
    readonly opening: Kopecks;
    readonly before: IsoDate;
    readonly closing: Kopecks;
  };
  'periods.overlap': { readonly account: string; readonly from: IsoDate };
  'totals.incoming': { readonly account: string; readonly stated: Kopecks; readonly counted: Kopecks };
  'totals.outgoing': { readonly account: string; readonly stated: Kopecks; readonly counted: Kopecks };
  /** Working days that no period of the account covers. */
  'days.missing': {
    readonly account: string;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly count: number | null;
  };
  /** Only a hint: the payment may be for an earlier shipment. */
  'vat.rate': { readonly number: string; readonly rate: number; readonly general: number; readonly bookedOn: IsoDate };
  /** Past the limit of one kind, warnings are only counted. */
  'warnings.more': { readonly code: string; readonly count: number };
};

/** Why a document of the file is not taken as an operation. */
export type RejectionData = {
  /** The bytes end inside it. */
  'document.cut': Record<string, never>;
  'document.noNumber': Record<string, never>;
  'document.noDate': Record<string, never>;
  'document.badDate': { readonly key: string; readonly value: string };
  'document.noSum': Record<string, never>;
  'document.badSum': { readonly value: string };
  'document.zeroSum': { readonly value: string };
  'document.noAccount': Record<string, never>;
};

type Remark<Data> = {
  readonly [Code in keyof Data]: { readonly code: Code; readonly line: number | null; readonly data: Data[Code] };
}[keyof Data];

export type StatementWarning = Remark<WarningData>;
export type Rejection = Remark<RejectionData> & { readonly line: number };
