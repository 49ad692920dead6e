/** What a new office sets up, in the order that is advised. */
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

/** How many there are of what each step makes; a step is done from the first one on. */
export type FirstSteps = Record<FirstStepKey, number>
