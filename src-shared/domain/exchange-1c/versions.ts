/**
 * Versions of EnterpriseData that we write. Below 1.17 the rate of НДС is a closed list without 22, 5 and 7; 1.18 is not
 * met in practice (formats/README.md §2.1).
 */
export const ED_VERSIONS = ['1.17', '1.19', '1.20'] as const;
export type EdVersion = (typeof ED_VERSIONS)[number];

export const DEFAULT_ED_VERSION: EdVersion = '1.17';

export const isEdVersion = (value: string): value is EdVersion => ED_VERSIONS.some((version) => version === value);

/** Namespace of the body and, with the same text, the format in the header. */
export const edNamespace = (version: EdVersion): string => `http://v8.1c.ru/edi/edi_stnd/EnterpriseData/${version}`;
