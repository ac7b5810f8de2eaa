/** How a field is kept, shown and compared. `minute`: a moment without seconds; `other`: kept as it came. */
export type Kind = 'text' | 'number' | 'flag' | 'moment' | 'minute' | 'ref' | 'other';

export type EntityType = {
  readonly name: string;
  readonly fields: ReadonlyMap<string, Kind>;
  readonly required: readonly string[];
  /** Documents have a number, a trash and, most of them, positions. */
  readonly isDocument: boolean;
  /** Type of positions; null: none. */
  readonly position: string | null;
  /** May be repeated by `syncId` (crm.md §2). */
  readonly hasSyncId: boolean;
  /** `accounts`, `contactpersons`, `notes`, `files`. */
  readonly parts: readonly string[];
};

type Groups = Partial<Record<Kind, string>>;

const fieldsOf = (...groups: readonly Groups[]): ReadonlyMap<string, Kind> => {
  const fields = new Map<string, Kind>();
  for (const group of groups) {
    for (const kind of KINDS) for (const name of (group[kind] ?? '').split(' ').filter(Boolean)) fields.set(name, kind);
  }
  return fields;
};

const KINDS: readonly Kind[] = ['text', 'number', 'flag', 'moment', 'minute', 'ref', 'other'];

const COMMON: Groups = {
  text: 'id accountId name description code externalCode syncId',
  flag: 'shared',
  moment: 'updated created',
  ref: 'owner group',
  other: 'attributes',
};
const DIRECTORY: Groups = { flag: 'archived' };
const DOCUMENT: Groups = {
  flag: 'applicable printed published',
  minute: 'moment',
  moment: 'deleted',
  ref: 'organization organizationAccount agent agentAccount contract state store project salesChannel',
  number: 'sum vatSum',
  other: 'rate',
};
const TRADE: Groups = { flag: 'vatEnabled vatIncluded', number: 'payedSum shippedSum invoicedSum' };
const COMPANY: Groups = {
  text: 'companyType legalTitle inn kpp ogrn ogrnip okpo legalAddress actualAddress email phone fax legalLastName legalFirstName legalMiddleName',
  ref: 'state',
  other: 'legalAddressFull actualAddressFull tags',
};

const type = (name: string, groups: readonly Groups[], extras: Partial<EntityType> = {}): EntityType => ({
  name,
  fields: fieldsOf(COMMON, ...groups),
  required: ['name'],
  isDocument: false,
  position: null,
  hasSyncId: false,
  parts: [],
  ...extras,
});

const document = (
  name: string,
  position: string | null,
  groups: readonly Groups[],
  required: readonly string[],
): EntityType =>
  type(name, [DOCUMENT, ...groups], {
    required,
    isDocument: true,
    position,
    hasSyncId: true,
    parts: ['files', 'notes'],
  });

const ALL: readonly EntityType[] = [
  document(
    'customerorder',
    'customerorderposition',
    [
      TRADE,
      {
        number: 'reservedSum',
        minute: 'deliveryPlannedMoment',
        text: 'shipmentAddress taxSystem',
        other: 'shipmentAddressFull',
        ref: 'invoicesOut demands payments prepayments purchaseOrders',
      },
    ],
    ['organization', 'agent'],
  ),
  document(
    'invoiceout',
    'invoiceposition',
    [TRADE, { minute: 'paymentPlannedMoment', ref: 'customerOrder payments demands' }],
    ['organization', 'agent'],
  ),
  document(
    'demand',
    'demandposition',
    [
      TRADE,
      {
        text: 'cargoName shippingInstructions stateContractId transportFacility transportFacilityNumber shipmentAddress',
        number: 'goodPackQuantity',
        ref: 'customerOrder consignee carrier factureOut payments',
        other: 'overhead shipmentAddressFull',
      },
    ],
    ['organization', 'agent', 'store'],
  ),
  document(
    'purchaseorder',
    'purchaseorderposition',
    [TRADE, { number: 'waitSum', minute: 'deliveryPlannedMoment', ref: 'customerOrders invoicesIn supplies payments' }],
    ['organization', 'agent'],
  ),
  document(
    'paymentin',
    null,
    [{ text: 'paymentPurpose incomingNumber', minute: 'incomingDate', other: 'operations' }],
    ['organization', 'agent'],
  ),
  type('counterparty', [DIRECTORY, COMPANY, { number: 'salesAmount bonusPoints', ref: 'priceType' }], {
    hasSyncId: true,
    parts: ['accounts', 'contactpersons', 'notes', 'files'],
  }),
  type(
    'organization',
    [
      DIRECTORY,
      COMPANY,
      { text: 'director directorPosition chiefAccountant', flag: 'payerVat', number: 'companyVat__ru' },
    ],
    { hasSyncId: true, parts: ['accounts'] },
  ),
  type(
    'contract',
    [
      DIRECTORY,
      {
        minute: 'moment',
        number: 'sum rewardPercent',
        text: 'contractType rewardType',
        ref: 'agent ownAgent agentAccount organizationAccount state',
        flag: 'printed published',
        other: 'rate',
      },
    ],
    { required: ['ownAgent', 'agent'] },
  ),
  type(
    'product',
    [
      DIRECTORY,
      {
        text: 'pathName article trackingType',
        number: 'vat effectiveVat weight volume variantsCount',
        flag: 'vatEnabled useParentVat effectiveVatEnabled discountProhibited',
        ref: 'uom',
        other: 'salePrices buyPrice barcodes',
      },
    ],
    { hasSyncId: true, parts: ['files'] },
  ),
  type(
    'service',
    [
      DIRECTORY,
      {
        text: 'pathName',
        number: 'vat effectiveVat',
        flag: 'vatEnabled useParentVat effectiveVatEnabled discountProhibited',
        ref: 'uom',
        other: 'salePrices',
      },
    ],
    { hasSyncId: true, parts: ['files'] },
  ),
  type(
    'employee',
    [DIRECTORY, { text: 'uid email lastName firstName middleName fullName shortFio position inn phone' }],
    { required: ['lastName'] },
  ),
  type(
    'task',
    [
      {
        text: 'description',
        flag: 'done',
        minute: 'dueToDate',
        moment: 'completed',
        ref: 'author assignee agent operation state implementer',
      },
    ],
    { required: ['description', 'assignee'], parts: ['notes', 'files'] },
  ),
  type('store', [DIRECTORY, { text: 'address pathName' }]),
  type('group', [{ number: 'index' }]),
  type('currency', [
    DIRECTORY,
    {
      text: 'fullName isoCode rateUpdateType',
      number: 'rate multiplicity',
      flag: 'system indirect default',
      other: 'majorUnit minorUnit',
    },
  ]),
  type('uom', []),
  type('country', []),
  type('saleschannel', [DIRECTORY, { text: 'type' }]),
  type('webhook', [{ text: 'entityType url method action diffType', flag: 'enabled' }], {
    required: ['url', 'action', 'entityType'],
  }),
];

export const ENTITY_TYPES: ReadonlyMap<string, EntityType> = new Map(ALL.map((one) => [one.name, one]));
