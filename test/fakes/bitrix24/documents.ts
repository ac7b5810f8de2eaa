import { mixed } from '../http/dice.ts';
import { shownMoment } from './dates.ts';
import { ENTITIES } from './entities.ts';
import { storeBytes } from './file-fields.ts';
import { signature } from './item-shape.ts';
import {
  fileMethod,
  listMethod,
  PAGE_SIZE,
  readMethod,
  writeMethod,
  type MethodTable,
  type Outcome,
} from './method.ts';
import { addRecord, recordsOf, type Portal, type Row } from './portal.ts';
import { RestError } from './rest-error.ts';
import { fieldsOf, idOf, isFields, listOf, paramOf, textOf, type Fields } from '../http/values.ts';

const TEMPLATES: Readonly<Record<string, string>> = { 37: 'Счёт (Россия)', 39: 'Акт (Россия)' };
const OWN_TEMPLATE = '55';

const refused = (text: string): RestError => new RestError(400, '0', text);

const linkOf = (portal: Portal, id: unknown, action: string): string =>
  `${portal.origin()}/bitrix/services/main/ajax.php?action=crm.documentgenerator.document.${action}&SITE_ID=s1&id=${textOf(id)}`;
const machineLinkOf = (portal: Portal, row: Row, action: string): string =>
  `${portal.origin()}/rest/crm.documentgenerator.document.${action}.json?auth=${signature(portal)}&token=doc%7C${textOf(row['FILE_ID'])}`;

/** `isFresh`: numbers of one that has just been made are numbers, a moment later they are strings. */
const shown = (portal: Portal, row: Row, isFresh: boolean): Fields => {
  const hasPdf = row['PDF_ID'] !== undefined;
  const number = (value: unknown): unknown => (isFresh ? value : textOf(value));
  return {
    changeStampsEnabled: false,
    changeStampsDisabledReason: 'В шаблоне нет печатей и подписей',
    changeQrCodeEnabled: false,
    qrCodeEnabled: false,
    changeQrCodeDisabledReason: 'В шаблоне нет QR-кода',
    products: { currencyId: 'RUB', totalSum: '0.00', totalRows: 0 },
    downloadUrl: linkOf(portal, row['ID'], 'download'),
    downloadUrlMachine: machineLinkOf(portal, row, 'download'),
    publicUrl: null,
    id: number(row['ID']),
    title: row['TITLE'],
    number: row['NUMBER'],
    createTime: shownMoment(Number(row['CREATED']), portal.settings),
    createdBy: number(portal.userId),
    updateTime: shownMoment(Number(row['UPDATED']), portal.settings),
    updatedBy: null,
    stampsEnabled: row['STAMPS'] === true,
    isTransformationError: false,
    values: row['VALUES'],
    templateId: textOf(row['TEMPLATE_ID']),
    pullTag: `TRANSFORMDOCUMENT${textOf(row['ID'])}`,
    emailDiskFile: 5_600 + Number(row['ID']),
    entityId: textOf(row['ENTITY_ID']),
    entityTypeId: textOf(row['ENTITY_TYPE_ID']),
    ...(hasPdf
      ? {
          imageUrl: linkOf(portal, row['ID'], 'getImage'),
          pdfUrl: linkOf(portal, row['ID'], 'getPdf'),
          imageUrlMachine: machineLinkOf(portal, row, 'getImage'),
          pdfUrlMachine: machineLinkOf(portal, row, 'getPdf'),
        }
      : {}),
  };
};

const listed = (portal: Portal, row: Row): Fields => {
  const full = shown(portal, row, false);
  const dropped = [
    'changeStampsEnabled',
    'changeStampsDisabledReason',
    'changeQrCodeEnabled',
    'qrCodeEnabled',
    'changeQrCodeDisabledReason',
    'products',
    'publicUrl',
    'pullTag',
    'emailDiskFile',
    'isTransformationError',
  ];
  return {
    ...Object.fromEntries(Object.entries(full).filter(([name]) => !dropped.includes(name))),
    fileId: textOf(row['FILE_ID']),
    imageId: row['PDF_ID'] === undefined ? null : textOf(row['PDF_ID']),
    pdfId: row['PDF_ID'] === undefined ? null : textOf(row['PDF_ID']),
  };
};

const checkOwner = (portal: Portal, typeId: number | null, id: number | null): void => {
  if (typeId === null || !ENTITIES.has(typeId)) throw refused('No provider for entityTypeId');
  if (id === null || portal.items(typeId).get(id) === null) throw refused('Wrong "entityId" field value');
};

/** The picture of a document is made by another machine: five to forty seconds later. */
const planPdf = (portal: Portal, id: number): void => {
  const seconds = 5 + (mixed(portal.seed, id) % 36);
  portal.later(seconds * 1_000, () => {
    const row = portal.records('document').get(id);
    if (row === null) return;
    const pdf = storeBytes(portal, `${textOf(row['TITLE'])}.pdf`, Buffer.from('%PDF-1.4 fake\n'));
    portal.records('document').put(id, { ...row, PDF_ID: pdf, UPDATED: portal.now() });
  });
};

/** A number that is taken is taken again: the generator lets two documents have the same one. */
const addDocument = (portal: Portal, params: Fields): Outcome => {
  const templateId = textOf(paramOf(params, 'templateId'));
  const title = TEMPLATES[templateId];
  if (title === undefined) throw refused('Шаблон не найден');
  const typeId = idOf(paramOf(params, 'entityTypeId'));
  const entityId = idOf(paramOf(params, 'entityId'));
  if (entityId === null) throw refused('Empty required parameter "value"');
  checkOwner(portal, typeId, entityId);
  const values = fieldsOf(paramOf(params, 'values'));
  const number =
    textOf(values['DocumentNumber']) || `2026-${String(recordsOf(portal, 'document').length + 1).padStart(3, '0')}`;
  const now = portal.now();
  const id = addRecord(portal, 'document', {
    TITLE: `${title} ${number}`,
    NUMBER: number,
    TEMPLATE_ID: templateId,
    ENTITY_TYPE_ID: typeId,
    ENTITY_ID: entityId,
    VALUES: { productsTableVariant: '', ...values, _creationMethod: 'rest', DocumentNumber: number },
    STAMPS: paramOf(params, 'stampsEnabled') === 1 || paramOf(params, 'stampsEnabled') === true,
    FILE_ID: storeBytes(portal, `${title} ${number}.docx`, Buffer.from('PK fake docx')),
    CREATED: now,
    UPDATED: now,
  });
  planPdf(portal, id);
  return { result: { document: shown(portal, portal.records('document').get(id) ?? {}, true) } };
};

const REQUIRED = ['entityTypeId', 'fileContent', 'region', 'entityId'] as const;

const bytesIn = (value: unknown): Uint8Array => {
  const text = Array.isArray(value) ? textOf(value[1]) : textOf(value);
  return Buffer.from(text, 'base64');
};

const uploadDocument = (portal: Portal, params: Fields): Outcome => {
  const given = params['fields'];
  if (given === undefined) throw new RestError(400, '100', 'Could not find value for parameter {fields}');
  if (!isFields(given)) {
    throw new RestError(
      400,
      '100',
      'Invalid value {} to match with parameter {fields}. Should be value of type array.',
    );
  }
  const empty = REQUIRED.filter((name) => given[name] === undefined || given[name] === '');
  if (empty.length > 0) throw refused(`Empty required fields: ${empty.join(', ')}`);
  checkOwner(portal, idOf(given['entityTypeId']), idOf(given['entityId']));
  const bytes = bytesIn(given['fileContent']);
  if (bytes.length === 0) throw refused('Missing file content');
  const title = textOf(given['title']) || 'Документ';
  const now = portal.now();
  const id = addRecord(portal, 'document', {
    TITLE: title,
    NUMBER: textOf(given['number']),
    TEMPLATE_ID: OWN_TEMPLATE,
    ENTITY_TYPE_ID: idOf(given['entityTypeId']),
    ENTITY_ID: idOf(given['entityId']),
    VALUES: { productsTableVariant: '', _creationMethod: 'rest' },
    FILE_ID: storeBytes(portal, `${title}.docx`, bytes),
    ...(given['pdfContent'] === undefined
      ? {}
      : { PDF_ID: storeBytes(portal, `${title}.pdf`, bytesIn(given['pdfContent'])) }),
    CREATED: now,
    UPDATED: now,
  });
  return { result: { document: shown(portal, portal.records('document').get(id) ?? {}, false) } };
};

const documentOf = (portal: Portal, params: Fields): Row => {
  const id = idOf(paramOf(params, 'id'));
  const row = id === null ? null : portal.records('document').get(id);
  if (row === null) throw refused('Документ не найден');
  return row;
};

export const documentMethods: MethodTable = {
  'crm.documentgenerator.template.list': listMethod('documentgenerator', (portal) => {
    if (!portal.settings.isAdmin) throw new RestError(400, 'DOCGEN_ACCESS_ERROR', 'Access denied');
    const templates = Object.entries(TEMPLATES).map(([id, name]): [string, Fields] => [
      id,
      {
        id,
        name,
        region: 'ru',
        download: linkOf(portal, id, 'template'),
        users: ['UA'],
        entityTypeId: ['2_category_0', '2_category_1'],
        downloadMachine: `${portal.origin()}/rest/crm.documentgenerator.template.download.json?auth=${signature(portal)}&token=tpl%7C${id}`,
      },
    ]);
    return { result: { templates: Object.fromEntries(templates) }, total: templates.length };
  }),
  'crm.documentgenerator.document.add': writeMethod('documentgenerator', addDocument),
  'crm.documentgenerator.document.upload': fileMethod('documentgenerator', uploadDocument),
  'crm.documentgenerator.document.get': readMethod('documentgenerator', (portal, params) => ({
    result: { document: shown(portal, documentOf(portal, params), false) },
  })),
  'crm.documentgenerator.document.list': listMethod('documentgenerator', (portal, params) => {
    const filter = fieldsOf(paramOf(params, 'filter'));
    const isWanted = (row: Row): boolean =>
      Object.entries(filter).every(([name, wanted]) => {
        const column = name
          .replace(/^=/u, '')
          .replaceAll(/([a-z])([A-Z])/gu, '$1_$2')
          .toUpperCase();
        return (typeof wanted === 'object' ? listOf(wanted) : [wanted]).map(textOf).includes(textOf(row[column]));
      });
    const rows = recordsOf(portal, 'document', isWanted);
    const start = Math.max(0, idOf(paramOf(params, 'start')) ?? 0);
    return {
      result: { documents: rows.slice(start, start + PAGE_SIZE).map((row) => listed(portal, row)) },
      total: rows.length,
    };
  }),
  'crm.documentgenerator.document.delete': writeMethod('documentgenerator', (portal, params) => {
    portal.records('document').remove(Number(documentOf(portal, params)['ID']));
    return { result: null };
  }),
  'crm.documentgenerator.document.enablepublicurl': writeMethod('documentgenerator', (portal, params) => ({
    result: { publicUrl: `${portal.origin()}/~d${textOf(documentOf(portal, params)['ID'])}` },
  })),
};
