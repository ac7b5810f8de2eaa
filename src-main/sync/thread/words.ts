import type { IsoInstant } from '#shared/kernel/date.ts';
import type { Connector, ConnectorSettings, CrmSystem, LimitsState, PushOperation } from '../connectors/connector.ts';

/** What is asked of a CRM; the rest of a connector is known without asking. */
type Method =
  | 'probe'
  | 'calibrate'
  | 'dictionaries'
  | 'describe'
  | 'estimate'
  | 'scan'
  | 'changes'
  | 'stamps'
  | 'read'
  | 'push'
  | 'lookUp'
  | 'download';

/** Bytes of a file travel with the operation: a function cannot. */
export type CarriedOperation =
  | Exclude<PushOperation, { kind: 'file' }>
  | (Omit<Extract<PushOperation, { kind: 'file' }>, 'bytes'> & { readonly bytes: Uint8Array });

type WithoutSignal<All extends readonly unknown[]> = All extends readonly [...infer Asked, AbortSignal] ? Asked : never;
type Carried<Value> = Value extends PushOperation ? CarriedOperation : Value;
type CarriedAll<All extends readonly unknown[]> = { readonly [Index in keyof All]: Carried<All[Index]> };

/** A method with what it is asked with. */
export type Question = {
  readonly [Name in Method]: {
    readonly method: Name;
    readonly asked: CarriedAll<WithoutSignal<Parameters<Connector[Name]>>>;
  };
}[Method];

/** What the method of a question answers. */
export type AnswerTo<Asked extends Question> = Awaited<ReturnType<Connector[Asked['method']]>>;

/** What a connector knows of its line without asking; it comes with every answer and before every wait. */
export type Standing = {
  readonly address: string;
  readonly serverNow: IsoInstant | null;
  /** When it was so, by the clock of this machine. */
  readonly at: number;
  readonly limits: LimitsState;
};

/** To the thread. Settings hold the key of an account: they go here and nowhere else. */
export type ToThread =
  | {
      readonly kind: 'make';
      readonly connector: number;
      readonly system: CrmSystem;
      readonly settings: ConnectorSettings;
    }
  | { readonly kind: 'forget'; readonly connector: number }
  | { readonly kind: 'ask'; readonly id: number; readonly connector: number; readonly question: Question }
  | { readonly kind: 'callOff'; readonly id: number };

/** From the thread. `threw`: a fault of ours, with its trace; what a CRM may do wrong is inside an answer. */
export type FromThread =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown; readonly standing: Standing }
  | { readonly kind: 'threw'; readonly id: number; readonly trace: string }
  | { readonly kind: 'standing'; readonly connector: number; readonly standing: Standing }
  | {
      readonly kind: 'log';
      readonly level: 'info' | 'error';
      readonly event: string;
      readonly fields: Readonly<Record<string, string | number | boolean>>;
    };
