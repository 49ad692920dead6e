/**
 * What can be counted: kinds of rows, each with the date by which it falls into a period and the columns by which it can be divided and
 * filtered. Stores say how a database answers them; measures and dimensions name nothing else, so the same ones serve another store.
 */
const ofClass = ['class', 'trade', 'program', 'source', 'activity', 'account', 'instructor', 'state'] as const
const ofPerson = ['trainee', 'sex', 'age', 'education', 'village', 'district'] as const
const ofTarget = ['target', 'poor', 'extremePoor', 'stunting', 'decile'] as const
const ofAnswer = ['status3', 'status6', 'status12', 'latest', 'relevant3', 'relevant6', 'relevant12'] as const
const ofTime = ['month', 'quarter', 'semester', 'year'] as const

export const factColumns = {
  /** Classes that were not cancelled, by the day that counts (CountedBy). */
  class: [...ofTime, ...ofClass, 'hours', 'days'],
  /** Memberships in these classes, also of people who left. */
  enrolment: [
    ...ofTime,
    ...ofClass,
    ...ofPerson,
    ...ofTarget,
    ...ofAnswer,
    'outcome',
    'certificate',
    'statement',
    'test',
    'panelDay',
  ],
  /** Applications, by the day that counts of the class that they lead to, else by the last day of the registration. */
  applicant: [...ofTime, ...ofClass, ...ofPerson, 'target'],
  /** Marks of attendance, by their day. */
  mark: [...ofTime, ...ofClass, ...ofPerson, 'mark', 'dayHours'],
  /** Hours taught on closed days, by their day. */
  lesson: [...ofTime, ...ofClass, 'teacher', 'lessonKind', 'lessonHours', 'lessonDay'],
  /** Papers with a number, by the day of issue. */
  certificate: [...ofTime, ...ofClass, ...ofPerson, 'paperKind', 'paperState', 'collected'],
  /** Activities of the budget years that a period touches. */
  activity: ['year', 'trade', 'source', 'activity', 'account', 'budget', 'plannedClasses', 'plannedPeople'],
  /** Money paid, by the day of payment. */
  spending: [...ofTime, 'trade', 'source', 'activity', 'account', 'amount'],
  /** Modal kerja, by the day of its latest step. */
  aid: [...ofTime, ...ofClass, ...ofPerson, 'aidState', 'amount'],
} as const

export type FactKey = keyof typeof factColumns
export type FactColumn = (typeof factColumns)[FactKey][number]

export function hasColumn(fact: FactKey, column: FactColumn): boolean {
  return (factColumns[fact] as readonly FactColumn[]).includes(column)
}

/** What the rows of a fact are, for the lists behind a figure. */
export const factNouns: Record<FactKey, string> = {
  class: 'kelas',
  enrolment: 'orang',
  applicant: 'pendaftar',
  mark: 'kehadiran',
  lesson: 'jam mengajar',
  certificate: 'surat',
  activity: 'kegiatan',
  spending: 'catatan',
  aid: 'orang',
}
