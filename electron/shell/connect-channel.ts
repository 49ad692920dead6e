/** Name of the message by which the page hands over its port: from the page to the preload, and from there to us. */
export const connectChannel = 'balai:connect'
/** The other way: Windows was locked or went to sleep, and so is the page. */
export const lockedChannel = 'balai:locked'
