/**
 * What can be counted: kinds of rows with their date and the columns for dividing and filtering. Independent of the database: stores define the SQL.
 */
const ofClass = ['class', 'trade', 'program', 'source', 'activity', 'account', 'instructor', 'state'] as const
const ofPerson = ['trainee', 'sex', 'age', 'education', 'village', 'district'] as const
const ofTarget = ['target', 'poor', 'extremePoor', 'stunting', 'decile'] as const
const ofAnswer = ['status3', 'status6', 'status12', 'latest', 'relevant3', 'relevant6', 'relevant12'] as const
const ofTime = ['month', 'quarter', 'semester', 'year'] as const

export const factColumns = {
  /** Classes that were not cancelled, by the date of CountedBy. */
  class: [...ofTime, ...ofClass, 'hours', 'days'],
  /** Memberships in these classes, including people who left. */
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
  /** Applications, by the date of the class they lead to, else by the last day of the registration. */
  applicant: [...ofTime, ...ofClass, ...ofPerson, 'target'],
  /** Attendance marks, by day. */
  mark: [...ofTime, ...ofClass, ...ofPerson, 'mark', 'dayHours'],
  /** Hours taught on closed days, by day. */
  lesson: [...ofTime, ...ofClass, 'teacher', 'lessonKind', 'lessonHours', 'lessonDay'],
  /** Papers with a number, by date of issue. */
  certificate: [...ofTime, ...ofClass, ...ofPerson, 'paperKind', 'paperState', 'collected'],
  /** Activities of the budget years in the period. */
  activity: ['year', 'trade', 'source', 'activity', 'account', 'budget', 'plannedClasses', 'plannedPeople'],
  /** Payments, by date. */
  spending: [...ofTime, 'trade', 'source', 'activity', 'account', 'amount'],
  /** Modal kerja, by the date of its latest step. */
  aid: [...ofTime, ...ofClass, ...ofPerson, 'aidState', 'amount'],
} as const

export type FactKey = keyof typeof factColumns
export type FactColumn = (typeof factColumns)[FactKey][number]

export function hasColumn(fact: FactKey, column: FactColumn): boolean {
  return (factColumns[fact] as readonly FactColumn[]).includes(column)
}

/** Names of the rows, for the lists behind a figure. */
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
