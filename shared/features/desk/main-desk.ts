/** Name of the main computer, which no other desk may have. */
export const mainDesk = 'PC utama'
