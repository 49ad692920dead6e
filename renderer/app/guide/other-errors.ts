/** What can go wrong beside a broken rule, by the names under which the guide helps. */
export const otherErrors = ['unexpected', 'no_answer', 'host_out_of_reach'] as const
