import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import type { DocumentId, PartyId, UserId } from '#shared/kernel/id.ts';
import type { Page, PageRequest } from './page.ts';

export type EnvelopeWay = 'post' | 'courier' | 'hand';
export type EnvelopeState = 'prepared' | 'sent' | 'delivered' | 'cameBack';

/** One envelope of one of our companies to one counterparty. */
export type Envelope = {
  readonly id: string;
  readonly organisationId: PartyId;
  readonly partyId: PartyId;
  readonly way: EnvelopeWay;
  /** Checked ШПИ; empty until it is known. */
  readonly track: string;
  readonly state: EnvelopeState;
  readonly stateOn: IsoDate;
  readonly madeAt: IsoInstant;
  readonly madeBy: UserId;
  readonly registerId: DocumentId | null;
  readonly documents: readonly { readonly documentId: DocumentId; readonly version: number }[];
};

export type LetterState = 'draft' | 'opened' | 'sent' | 'dropped';
export type LetterFile = { readonly name: string; readonly sha256: string; readonly size: number };

/** A mail that waits to be sent; its `onceKey` keeps it from being made twice. */
export type Letter = {
  readonly id: string;
  /** `message`: what a process wants said to a client. */
  readonly about: 'documents' | 'reminder' | 'message';
  readonly organisationId: PartyId;
  readonly partyId: PartyId;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly attachments: readonly LetterFile[];
  readonly documents: readonly DocumentId[];
  readonly onceKey: string;
  readonly state: LetterState;
  readonly madeAt: IsoInstant;
  readonly madeBy: UserId;
  readonly sentAt: IsoInstant | null;
  /** The numbered letter-reminder, where one was issued. */
  readonly paperId: DocumentId | null;
};

export type Reminder = {
  readonly documentId: DocumentId;
  readonly version: number;
  /** Of the ladder: 3, 7, 14; 0: asked on demand. */
  readonly step: number;
  readonly remindedOn: IsoDate;
  readonly letterId: string;
};

export type EnvelopeFilter = {
  readonly organisationId?: PartyId | undefined;
  readonly state?: EnvelopeState | undefined;
};

export type SendingReader = {
  readonly envelope: (id: string) => Envelope | null;
  readonly envelopeByTrack: (track: string) => Envelope | null;
  /** Newest first. */
  readonly envelopes: (filter: EnvelopeFilter, page: PageRequest) => Page<Envelope>;
  /** The envelope that holds the document and has not come back; null when none does. */
  readonly envelopeOf: (documentId: DocumentId) => Envelope | null;
  readonly letter: (id: string) => Letter | null;
  /** The one that was made for the same papers and was not dropped. */
  readonly letterByKey: (onceKey: string) => Letter | null;
  readonly letters: (states: readonly LetterState[], page: PageRequest) => Page<Letter>;
  readonly remindersOf: (documentIds: readonly DocumentId[]) => readonly Reminder[];
};

export type SendingWriter = {
  readonly addEnvelope: (envelope: Envelope) => void;
  readonly saveEnvelope: (envelope: Pick<Envelope, 'id' | 'track' | 'state' | 'stateOn' | 'registerId'>) => void;
  /** The files must be on the disk already. */
  readonly addLetter: (letter: Letter) => void;
  readonly saveLetter: (letter: Pick<Letter, 'id' | 'state' | 'sentAt'>) => void;
  readonly addReminders: (reminders: readonly Reminder[]) => void;
};
