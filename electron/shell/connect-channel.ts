/** Name of the message with which the page passes its port to the preload script, and that passes it to the main process. */
export const connectChannel = 'balai:connect'
/** The other direction: Windows was locked or went to sleep, so the page locks too. */
export const lockedChannel = 'balai:locked'
