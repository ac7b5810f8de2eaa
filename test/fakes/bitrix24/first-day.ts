import { companyIdOfParty, gappedId } from './base-items.ts';
import { CONTACT, DEAL } from './entities.ts';
import { addRecord, type Portal } from './portal.ts';
import { insertTask, STATUS } from './tasks.ts';

const MANY = 60;
const HOUR_MS = 3_600_000;

/** What the portal has besides items on its first day: tasks, comments, calls, letters, conversations, a workflow task. */
export const fillFirstDay = (portal: Portal): void => {
  const { business } = portal;
  const now = portal.now();
  const newest = (place: number): number => Math.max(0, business.orders - 1 - place);
  for (let place = 0; place < Math.min(MANY, business.orders); place += 1) {
    const deal = gappedId(newest(place));
    const order = business.order(newest(place));
    const at = now - (place + 1) * HOUR_MS;
    const task = insertTask(portal, {
      TITLE: place % 2 === 0 ? 'Подготовить документы' : 'Позвонить клиенту',
      DESCRIPTION: `По заказу ${newest(place) + 1001}`,
      RESPONSIBLE_ID: 7 + (place % 3),
      UF_CRM_TASK: [`D_${deal}`],
    });
    const row = portal.records('task').get(task) ?? {};
    const done =
      place % 3 === 0 ? { STATUS: STATUS.done, REAL_STATUS: STATUS.done, CLOSED_DATE: at, CLOSED_BY: 1 } : {};
    portal.records('task').put(task, { ...row, CREATED_DATE: at, CHANGED_DATE: at, ACTIVITY_DATE: at, ...done });
    if (place % 2 === 0) {
      addRecord(portal, 'comment', {
        ENTITY_ID: deal,
        ENTITY_TYPE: 'deal',
        CREATED: at,
        COMMENT: 'Клиент просит прислать счёт',
        AUTHOR_ID: 7,
        FILES: [],
      });
    }
    if (place % 3 === 0) talk(portal, place, deal, order.party, at);
  }
  addRecord(portal, 'bizTask', {
    ENTITY: 'CCrmDocumentDeal',
    DOCUMENT_ID: `DEAL_${gappedId(newest(0))}`,
    WORKFLOW_ID: '67a2ffdb2c57a3.35276854',
    DOCUMENT_NAME: 'Заказ',
    DOCUMENT_URL: `/crm/deal/details/${gappedId(newest(0))}/`,
    DESCRIPTION: '',
    NAME: 'Согласовать договор',
    MODIFIED: now,
    WORKFLOW_STARTED: now,
    WORKFLOW_STARTED_BY: '1',
    OVERDUE_DATE: null,
    WORKFLOW_TEMPLATE_ID: '565',
    WORKFLOW_TEMPLATE_NAME: 'Согласование',
    WORKFLOW_STATE: 'Ожидание',
    STATUS: 0,
    USER_ID: portal.userId,
    USER_STATUS: 0,
    MODULE_ID: 'crm',
    ACTIVITY: 'ApproveActivity',
    ACTIVITY_NAME: 'A3651_68033',
    PARAMETERS: { CommentRequired: 'N', ShowComment: 'Y', Fields: [] },
  });
};

/** A call, a letter or a conversation about a deal, as the CRM's own channels record them. */
const talk = (portal: Portal, place: number, deal: number, party: number, at: number): void => {
  const card = portal.business.party(party);
  const kind = (place / 3) % 3;
  const about = {
    OWNER_ID: deal,
    OWNER_TYPE_ID: DEAL,
    CREATED: at,
    LAST_UPDATED: at,
    START_TIME: at,
    END_TIME: at + 120_000,
    DEADLINE: at,
    COMPLETED: 'Y',
    STATUS: 2,
    RESPONSIBLE_ID: 7,
    PRIORITY: 2,
    AUTHOR_ID: 7,
    EDITOR_ID: 7,
    ORIGIN_ID: null,
    ORIGINATOR_ID: null,
    SETTINGS: [],
    DIRECTION: 1,
    DESCRIPTION_TYPE: 1,
  };
  const phone = [
    {
      ID: '1',
      TYPE: 'PHONE',
      VALUE: card.phone ?? '',
      ENTITY_ID: String(gappedId(party)),
      ENTITY_TYPE_ID: String(CONTACT),
      ENTITY_SETTINGS: { NAME: card.contactName },
    },
  ];
  if (kind === 0) {
    const activity = addRecord(portal, 'activity', {
      ...about,
      TYPE_ID: 2,
      PROVIDER_ID: 'VOXIMPLANT_CALL',
      PROVIDER_TYPE_ID: 'CALL',
      SUBJECT: `Входящий звонок ${card.contactName ?? ''}`,
      DESCRIPTION: '',
      COMMUNICATIONS: phone,
    });
    addRecord(portal, 'call', {
      PORTAL_USER_ID: 7,
      PORTAL_NUMBER: 'reg133788',
      PHONE_NUMBER: card.phone ?? '',
      CALL_ID: `call.${place}`,
      EXTERNAL_CALL_ID: null,
      CALL_CATEGORY: 'external',
      CALL_LOG: null,
      CALL_DURATION: '95',
      CALL_START_DATE: at,
      CALL_RECORD_URL: `${portal.origin()}/record/${place}.mp3`,
      CALL_VOTE: null,
      COST: '0.0000',
      COST_CURRENCY: 'RUR',
      CALL_FAILED_CODE: '200',
      CALL_FAILED_REASON: '',
      CRM_ENTITY_TYPE: 'COMPANY',
      CRM_ENTITY_ID: companyIdOfParty(portal.business, party),
      CRM_ACTIVITY_ID: activity,
      REST_APP_ID: null,
      REST_APP_NAME: null,
      TRANSCRIPT_ID: null,
      TRANSCRIPT_PENDING: 'N',
      SESSION_ID: String(3_841_557 + place),
      REDIAL_ATTEMPT: null,
      COMMENT: null,
      RECORD_DURATION: '95',
      RECORD_FILE_ID: null,
      CALL_TYPE: 2,
    });
    return;
  }
  if (kind === 1) {
    addRecord(portal, 'activity', {
      ...about,
      TYPE_ID: 4,
      PROVIDER_ID: 'CRM_EMAIL',
      PROVIDER_TYPE_ID: 'EMAIL',
      SUBJECT: 'Закрывающие документы',
      DESCRIPTION: 'Пришлите, пожалуйста, оригиналы.',
      COMMUNICATIONS: [{ ...phone[0], TYPE: 'EMAIL', VALUE: card.email ?? '' }],
    });
    return;
  }
  const chat = addRecord(portal, 'chat', {
    CRM_ENTITY_TYPE: 'deal',
    CRM_ENTITY: deal,
    CONNECTOR_ID: 'whatsappbytwilio',
    CONNECTOR_TITLE: 'WhatsApp',
    SESSION_ID: 320 + place,
    TITLE: `${card.contactName ?? ''} - WhatsApp`,
    CLIENT_NAME: card.contactName ?? '',
  });
  addRecord(portal, 'message', { CHAT_ID: chat, SENDER_ID: 587, TEXT: 'Когда будет отгрузка?', CREATED: at });
  addRecord(portal, 'message', { CHAT_ID: chat, SENDER_ID: 7, TEXT: 'Завтра до обеда.', CREATED: at + 60_000 });
  addRecord(portal, 'activity', {
    ...about,
    TYPE_ID: 6,
    PROVIDER_ID: 'IMOPENLINES_SESSION',
    PROVIDER_TYPE_ID: '22',
    ASSOCIATED_ENTITY_ID: 320 + place,
    SUBJECT: 'Диалог в WhatsApp',
    DESCRIPTION: '',
    COMMUNICATIONS: phone,
  });
};
