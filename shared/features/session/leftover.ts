/** Days after which a file without a row is deleted. */
export const keptDays = 30
