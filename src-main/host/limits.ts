/** The largest message that a neighbour of the core may send, in bytes: an import of some ten thousand orders fits. */
export const MAX_MESSAGE_BYTES = 32 * 1024 * 1024;
