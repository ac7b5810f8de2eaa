/** Names of what main and the core's thread tell each other, besides sessions and ports. */
export const CORE_STARTED = 'core.started';
export const CORE_REFUSED = 'core.refused';
/** A question of the neighbour could not be answered; `name` is the question. */
export const CORE_FAILED = 'core.failed';
export const CORE_CLOSE = 'core.close';
