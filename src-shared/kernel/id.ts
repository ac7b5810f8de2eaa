/** An id made where the command is born, so that a retry of the same command is recognised. */
export type Id<Of extends string> = string & { readonly __of: Of };

export type PartyId = Id<'party'>;
export type OrderId = Id<'order'>;
export type ContractId = Id<'contract'>;
export type DocumentId = Id<'document'>;
export type UserId = Id<'user'>;
export type CommandId = Id<'command'>;

/** Brands a text that is already known to be an id of that kind: read from the base or checked by the contract. */
export const asId = <Of extends string>(text: string): Id<Of> => text as Id<Of>;
