import type { IsoInstant } from '#shared/kernel/date.ts';

/** Why a call did not work, in the shape in which the engine decides. Messages are Russian, for the page «Обмен с CRM». */
export type CrmFailure =
  /** Nothing was done there. `portal`: nothing else will work before `until` either; `method`: only this kind of call. */
  | {
      readonly state: 'later';
      readonly why: 'offline' | 'limit' | 'busy' | 'cancelled';
      readonly scope: 'portal' | 'method';
      readonly until: IsoInstant;
      readonly message: string;
    }
  /** Everything stops until a person acts; the queue is kept. */
  | {
      readonly state: 'stopped';
      readonly why: 'auth' | 'scope' | 'tariff' | 'blocked' | 'portalGone' | 'address' | 'renamed' | 'noAccess';
      readonly action: 'newKey' | 'openPortal' | 'checkAddress' | 'tryAgain';
      readonly message: string;
    }
  /** The record is not there any more. */
  | { readonly state: 'gone'; readonly message: string }
  /** The portal does not know the method, the type or the field: that feature is off here. */
  | { readonly state: 'unsupported'; readonly code: string; readonly message: string };

/** This one operation was refused and will be again: parked for a person, the rest goes on. */
export type CrmRefusal = {
  readonly state: 'refused';
  readonly code: string;
  readonly message: string;
  /** Our name of the field that is wrong; null: not about a field. */
  readonly field: string | null;
  readonly fix: 'edit' | 'rights' | 'tariff' | 'report';
};
