import { readMoment, shownMoment } from './dates.ts';
import { ENTITIES, entityByWord } from './entities.ts';
import { listMethod, readMethod, writeMethod, type MethodTable } from './method.ts';
import { oldList, shownRow, type OldTable } from './old-list.ts';
import { addRecord, recordsOf, type Portal, type Row } from './portal.ts';
import { oldError, RestError } from './rest-error.ts';
import { findUser } from './system.ts';
import { fieldsOf, idOf, isYes, paramOf, textOf, type Fields } from '../http/values.ts';

const ACTIVITIES: OldTable = {
  name: 'activity',
  numbers: [
    'OWNER_ID',
    'OWNER_TYPE_ID',
    'TYPE_ID',
    'RESPONSIBLE_ID',
    'STATUS',
    'PRIORITY',
    'DIRECTION',
    'AUTHOR_ID',
    'ASSOCIATED_ENTITY_ID',
  ],
  moments: ['CREATED', 'LAST_UPDATED', 'START_TIME', 'END_TIME', 'DEADLINE'],
};
const CALLS: OldTable = {
  name: 'call',
  numbers: ['PORTAL_USER_ID', 'CRM_ENTITY_ID', 'CRM_ACTIVITY_ID', 'CALL_TYPE'],
  moments: ['CALL_START_DATE'],
};

/** The fields of an activity that nobody set. */
const bareActivity = (portal: Portal): Fields => ({
  OWNER_ID: 0,
  OWNER_TYPE_ID: 0,
  TYPE_ID: 6,
  PROVIDER_ID: 'CRM_TODO',
  PROVIDER_TYPE_ID: 'TODO',
  PROVIDER_GROUP_ID: null,
  ASSOCIATED_ENTITY_ID: 0,
  SUBJECT: '',
  CREATED: portal.now(),
  LAST_UPDATED: portal.now(),
  START_TIME: null,
  END_TIME: null,
  DEADLINE: null,
  COMPLETED: 'N',
  STATUS: 1,
  RESPONSIBLE_ID: portal.userId,
  PRIORITY: 2,
  NOTIFY_TYPE: 0,
  NOTIFY_VALUE: 0,
  DESCRIPTION: '',
  DESCRIPTION_TYPE: 1,
  DIRECTION: 0,
  LOCATION: '',
  SETTINGS: [],
  ORIGINATOR_ID: null,
  ORIGIN_ID: null,
  AUTHOR_ID: portal.userId,
  EDITOR_ID: portal.userId,
  PROVIDER_PARAMS: [],
  PROVIDER_DATA: null,
  RESULT_MARK: 0,
  RESULT_VALUE: null,
  RESULT_SUM: null,
  RESULT_CURRENCY_ID: null,
  RESULT_STATUS: 0,
  RESULT_STREAM: 0,
  RESULT_SOURCE_ID: null,
  AUTOCOMPLETE_RULE: 0,
});

const keptActivity = (portal: Portal, sent: Fields): Fields =>
  Object.fromEntries(
    Object.entries(sent).map(([name, value]) => {
      if (ACTIVITIES.moments.includes(name)) return [name, readMoment(textOf(value), portal.settings)?.ms ?? null];
      return [name, ACTIVITIES.numbers.includes(name) ? (idOf(value) ?? 0) : value];
    }),
  );

const activityOf = (portal: Portal, params: Fields): Row => {
  const id = idOf(paramOf(params, 'id'));
  const row = id === null ? null : portal.records('activity').get(id);
  if (row === null) throw oldError('Activity is not found.');
  return row;
};

const insertActivity = (portal: Portal, fields: Fields): number => {
  const ownerType = idOf(fields['OWNER_TYPE_ID']);
  const owner = idOf(fields['OWNER_ID']);
  if (ownerType === null || !ENTITIES.has(ownerType)) throw oldError('The field OWNER_TYPE_ID is required.');
  if (owner === null || portal.items(ownerType).get(owner) === null) throw oldError('The field OWNER_ID is required.');
  return addRecord(portal, 'activity', { ...bareActivity(portal), ...keptActivity(portal, fields) });
};

const activityMethods: MethodTable = {
  'crm.activity.list': listMethod('crm', (portal, params) => oldList(portal, ACTIVITIES, params)),
  'crm.activity.get': readMethod('crm', (portal, params) => ({
    result: shownRow(portal, ACTIVITIES, activityOf(portal, params)),
  })),
  'crm.activity.add': writeMethod('crm', (portal, params) => ({
    result: insertActivity(portal, fieldsOf(paramOf(params, 'fields'))),
  })),
  'crm.activity.update': writeMethod('crm', (portal, params) => {
    const row = activityOf(portal, params);
    const sent = keptActivity(portal, fieldsOf(paramOf(params, 'fields')));
    const STATUS = sent['COMPLETED'] === undefined ? row['STATUS'] : isYes(sent['COMPLETED']) ? 2 : 1;
    portal.records('activity').put(Number(row['ID']), { ...row, ...sent, STATUS, LAST_UPDATED: portal.now() });
    return { result: true };
  }),
  'crm.activity.delete': writeMethod('crm', (portal, params) => {
    portal.records('activity').remove(Number(activityOf(portal, params)['ID']));
    return { result: true };
  }),
  'crm.activity.todo.add': writeMethod('crm', (portal, params) => ({
    result: {
      id: insertActivity(portal, {
        OWNER_TYPE_ID: paramOf(params, 'ownerTypeId'),
        OWNER_ID: paramOf(params, 'ownerId'),
        SUBJECT: paramOf(params, 'title') ?? 'Дело',
        DESCRIPTION: paramOf(params, 'description') ?? '',
        DEADLINE: paramOf(params, 'deadline'),
        RESPONSIBLE_ID: paramOf(params, 'responsibleId') ?? portal.userId,
      }),
    },
  })),
};

const calls: MethodTable = {
  'voximplant.statistic.get': listMethod('telephony', (portal, params) => {
    const sort = textOf(paramOf(params, 'SORT'));
    const order = sort === '' ? {} : { [sort]: paramOf(params, 'ORDER') ?? 'ASC' };
    return oldList(portal, CALLS, { filter: paramOf(params, 'FILTER'), order, start: paramOf(params, 'start') });
  }),
};

const argument = (name: string): RestError => new RestError(400, 'ERROR_ARGUMENT', `Argument ${name} is null or empty`);

const ownerOf = (portal: Portal, params: Fields): { type: string; id: number } => {
  const type = textOf(paramOf(params, 'CRM_ENTITY_TYPE')).toLowerCase();
  if (type === '') throw argument('CRM_ENTITY_TYPE');
  const id = idOf(paramOf(params, 'CRM_ENTITY'));
  if (id === null) throw argument('CRM_ENTITY');
  const entity = entityByWord(type);
  if (entity === null || portal.items(entity.typeId).get(id) === null) {
    throw new RestError(403, 'ACCESS_DENIED', 'Access denied! You dont have access to this action');
  }
  return { type, id };
};

const chatsOf = (portal: Portal, owner: { type: string; id: number }): readonly Row[] =>
  recordsOf(portal, 'chat', (row) => row['CRM_ENTITY_TYPE'] === owner.type && row['CRM_ENTITY'] === owner.id);

/** Open lines: what people wrote in messengers, and our answers to it. */
const openLines: MethodTable = {
  'imopenlines.crm.chat.get': readMethod('imopenlines', (portal, params) => ({
    result: chatsOf(portal, ownerOf(portal, params)).map((row) => ({
      CHAT_ID: textOf(row['ID']),
      CONNECTOR_ID: row['CONNECTOR_ID'],
      CONNECTOR_TITLE: row['CONNECTOR_TITLE'],
    })),
  })),
  'imopenlines.crm.message.add': writeMethod('imopenlines', (portal, params) => {
    const owner = ownerOf(portal, params);
    const text = textOf(paramOf(params, 'MESSAGE'));
    if (text === '') throw argument('MESSAGE');
    if (findUser(portal, paramOf(params, 'USER_ID')) === undefined) throw argument('USER_ID');
    const chat = idOf(paramOf(params, 'CHAT_ID'));
    if (!chatsOf(portal, owner).some((row) => row['ID'] === chat)) {
      throw new RestError(400, 'CHAT_NOT_IN_CRM', 'Chat does not belong to the CRM entity being checked');
    }
    return {
      result: addRecord(portal, 'message', {
        CHAT_ID: chat,
        SENDER_ID: idOf(paramOf(params, 'USER_ID')),
        TEXT: text,
        CREATED: portal.now(),
      }),
    };
  }),
  'imopenlines.session.history.get': readMethod('imopenlines', (portal, params) => {
    const session = idOf(paramOf(params, 'SESSION_ID'));
    const chatGiven = idOf(paramOf(params, 'CHAT_ID'));
    const chat = recordsOf(portal, 'chat', (row) =>
      chatGiven === null ? row['SESSION_ID'] === session : row['ID'] === chatGiven,
    )[0];
    if (chat === undefined) throw new RestError(400, 'ACCESS_DENIED', "You don't have access to session");
    return { result: history(portal, chat) };
  }),
};

const history = (portal: Portal, chat: Row): Fields => {
  const id = textOf(chat['ID']);
  const rows = recordsOf(portal, 'message', (row) => row['CHAT_ID'] === chat['ID']);
  const senders = [...new Set(rows.map((row) => textOf(row['SENDER_ID'])))];
  return {
    chatId: chat['ID'],
    canJoin: 'Y',
    canVoteHead: 'Y',
    sessionId: chat['SESSION_ID'],
    sessionVoteHead: 0,
    sessionCommentHead: null,
    userId: `chat${id}`,
    message: Object.fromEntries(
      rows.map((row) => [
        textOf(row['ID']),
        {
          id: textOf(row['ID']),
          chatid: id,
          senderid: textOf(row['SENDER_ID']),
          recipientid: `chat${id}`,
          date: shownMoment(Number(row['CREATED']), portal.settings),
          text: row['TEXT'],
          textlegacy: row['TEXT'],
          params: [],
        },
      ]),
    ),
    usersMessage: { [`chat${id}`]: rows.map((row) => textOf(row['ID'])).toReversed() },
    users: Object.fromEntries(
      senders.map((sender) => {
        const user = findUser(portal, sender);
        const name =
          user === undefined ? textOf(chat['CLIENT_NAME']) : `${textOf(user['NAME'])} ${textOf(user['LAST_NAME'])}`;
        return [
          sender,
          {
            id: sender,
            name,
            workPosition: user?.['WORK_POSITION'] ?? null,
            connector: user === undefined,
            type: 'user',
          },
        ];
      }),
    ),
    openlines: { canvoteashead: { 22: true } },
    chat: {
      [id]: {
        id,
        name: textOf(chat['TITLE']),
        entityType: 'LINES',
        entityId: `${textOf(chat['CONNECTOR_ID'])}|22|${id}|587`,
        messageCount: rows.length,
        type: 'lines',
      },
    },
    files: [],
  };
};

export const channelMethods: MethodTable = { ...activityMethods, ...calls, ...openLines };
