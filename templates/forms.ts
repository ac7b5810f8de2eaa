import type { Document } from 'docx';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { buildForm as buildAct } from './act/build.ts';
import { buildForm as buildContractServices } from './contract-services/build.ts';
import { buildForm as buildContractSupply } from './contract-supply/build.ts';
import { buildForm as buildInvoice } from './invoice/build.ts';
import { formBytes } from './parts/form-bytes.ts';
import { buildForm as buildUpd } from './upd/build.ts';
import { buildForm as buildWaybill } from './waybill/build.ts';

const BUILDERS: Readonly<Record<DocumentKind, () => Document>> = {
  invoice: buildInvoice,
  'contract-supply': buildContractSupply,
  'contract-services': buildContractServices,
  act: buildAct,
  upd: buildUpd,
  waybill: buildWaybill,
};

/** The bytes of `templates/<kind>/form.docx`, the same at each build. */
export const buildFormBytes = (kind: DocumentKind): Promise<Buffer> => formBytes(BUILDERS[kind]());
