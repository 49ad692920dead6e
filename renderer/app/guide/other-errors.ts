/** Errors that are not domain errors, by the codes that the guide uses. */
export const otherErrors = ['unexpected', 'no_answer', 'host_out_of_reach'] as const
