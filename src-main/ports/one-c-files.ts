import type { EdElement } from '#shared/domain/exchange-1c/element.ts';
import type { EdVersion } from '#shared/domain/exchange-1c/versions.ts';
import type { XmlNode } from '#shared/domain/exchange-1c/xml-node.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { FileStoreError } from './file-store.ts';

/** A message under construction: it takes its name only when all of it is on the disk. */
export type OneCMessage = {
  /** Await what comes back: a slow disk holds back the reading of the base. Throws what the disk refuses. */
  readonly add: (object: EdElement) => Promise<void> | undefined;
  readonly finish: (
    name: string,
  ) => Promise<Result<{ readonly sha256: string; readonly size: number }, FileStoreError>>;
  /** Takes the unfinished file away. */
  readonly abandon: () => Promise<void>;
};

export type SheetCell = string | number;
export type WrittenSheet = {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** Widths in characters. */
  readonly widths: readonly number[];
};

/** A cell of a read workbook: its text as stored, empty where there is none. */
export type ReadRow = readonly string[];

/** An object of an EnterpriseData message; texts are empty where it has none. */
export type MessageObject = {
  /** «Документ.РеализацияТоваровУслуг». */
  readonly type: string;
  readonly uuid: string;
  readonly number: string;
  readonly date: string;
  readonly name: string;
  readonly party: string;
  readonly inn: string;
  readonly sum: string;
  readonly vat: string;
};
export type ReadMessage = { readonly version: string; readonly objects: readonly MessageObject[] };

/** Files of the exchange with 1C: messages and manifests that we keep, registers that come back. */
export type OneCFiles = {
  readonly begin: (version: EdVersion, createdAt: IsoInstant) => Promise<Result<OneCMessage, FileStoreError>>;
  readonly put: (name: string, bytes: Uint8Array) => Promise<Result<null, FileStoreError>>;
  /** A piece of a kept file from an offset; null when there is no such file. */
  readonly read: (
    name: string,
    offset: number,
    length: number,
  ) => Promise<{ readonly bytes: Uint8Array; readonly size: number } | null>;
  readonly workbook: (sheets: readonly WrittenSheet[]) => Promise<Uint8Array>;
  /** Rows of every sheet, or what is wrong with the file. */
  /** An EnterpriseData message, ours or an answer of 1C; the error says what is wrong with it. */
  readonly readMessage: (text: string) => Result<ReadMessage, string>;
  /** An electronic УПД in its own encoding. */
  readonly updXml: (root: XmlNode) => Uint8Array;
  /** Lines of a bank's file in the encoding that banks read. */
  readonly bankFile: (lines: readonly string[]) => Uint8Array;
  readonly commerceMl: (root: XmlNode) => Uint8Array;
  readonly readWorkbook: (bytes: Uint8Array) => Promise<Result<readonly (readonly ReadRow[])[], string>>;
};
