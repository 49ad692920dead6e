/** The full name of the head may be unknown yet. These dots are printed and signed over by hand, so that no paper carries an invented name. */
export const unknownName = '(.....................................)'
