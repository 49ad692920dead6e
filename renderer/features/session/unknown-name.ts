/**
 * A clerk may not know the head's full name yet. The dots are printed as they stand and are signed over by hand, so a paper
 * made meanwhile carries no invented name.
 */
export const unknownName = '(.....................................)'
