/** Setup steps of a new office in the advised order. */
export const firstStepKeys = [
  'centre',
  'logo',
  'officer',
  'room',
  'program',
  'instructor',
  'trainee',
  'cohort',
  'backup',
] as const
export type FirstStepKey = (typeof firstStepKeys)[number]

/** Number of records of each step; a step with at least one is done. */
export type FirstSteps = Record<FirstStepKey, number>
