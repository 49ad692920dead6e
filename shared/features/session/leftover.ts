/** So many days after it was found, a file that no row names is taken away. */
export const keptDays = 30
