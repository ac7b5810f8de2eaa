/** The one channel between the page and main; messages of the contract's wire go both ways. */
export const IPC_CHANNEL = 'komplekt:call';
