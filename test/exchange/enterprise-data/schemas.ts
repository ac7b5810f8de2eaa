import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EdVersion } from '#shared/domain/exchange-1c/versions.ts';
import { loadXdtoSchema, type XdtoSchema } from './xdto-schema.ts';

const folder = fileURLToPath(new URL('../../../../shared/formats/', import.meta.url));

const FILES: Readonly<Record<EdVersion, string>> = {
  '1.17': 'EnterpriseData_1_17_3.xdto.xml',
  '1.19': 'EnterpriseData_1_19_1.xdto.xml',
  '1.20': 'EnterpriseData_1_20_2.xdto.xml',
};

/** A file of the format descriptions, which live beside the repository. */
export const formatFile = (name: string): string => `${folder}${name}`;

/** The reason to skip where the format descriptions are absent. */
export const formatsMissing = existsSync(folder)
  ? undefined
  : 'the format descriptions (formats) are not beside the repository';

const loaded = new Map<EdVersion, XdtoSchema>();

export const schemaOf = (version: EdVersion): XdtoSchema => {
  const schema = loaded.get(version) ?? loadXdtoSchema(formatFile(`enterprisedata/xdto/${FILES[version]}`));
  loaded.set(version, schema);
  return schema;
};
