import type { IsoDate } from '../../../../kernel/date.ts';
import { joinPresent } from '../../../../kernel/text.ts';
import { nameInnKpp, requisitesBlock } from '../../../grammar/party-lines.ts';
import { preamble } from '../../../grammar/preamble.ts';
import { roleCase, type RoleName } from '../../../grammar/roles.ts';
import type { Party } from '../../../party/party.ts';
import { signatoryFor } from '../../../party/signing.ts';
import type { DocumentKind } from '../../document.ts';
import { from, type TracedTree } from '../../traced.ts';
import { DASH } from '../leaf.ts';
import { nameOf } from '../signer-view.ts';

/** One side of a freight paper. */
export type FreightSide = {
  /** Whose card it is: the first word of its fields. */
  readonly field: 'organisation' | 'buyer' | 'carrier';
  /** Null: nobody is assigned yet. */
  readonly party: Party | null;
  readonly role: RoleName;
  /** Whom to call; empty parts are left out. */
  readonly contact: readonly string[];
};

const BLANK = '____________________';

/** How a side is introduced, named and signed for: the same words in requests and in the contract with a carrier. */
export const freightSideView = (side: FreightSide, kind: DocumentKind, date: IsoDate): Record<string, TracedTree> => {
  const { field, party } = side;
  const role = roleCase(side.role, 'nom');
  const leaf = (name: string, text: string): TracedTree => from.directory(`${field}.${name}`, text);
  const person = party && signatoryFor(party, kind, date);
  return {
    role,
    name: leaf('shortName', party ? party.shortName || party.fullName : DASH),
    line: leaf('shortName', party ? joinPresent([nameInnKpp(party), party.legalAddress]) : DASH),
    contact: leaf('contactName', joinPresent(side.contact) || DASH),
    preamble: leaf('signatories', party ? preamble(party, person, role).text : `${BLANK} («${role}»)`),
    requisites: party
      ? requisitesBlock(party).map(({ label, value }) => ({ label, value: from.directory(field, value) }))
      : [],
    position: leaf('signatories', person?.position ?? ''),
    signatory: leaf('signatories', nameOf(person)),
  };
};
