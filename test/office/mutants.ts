/** A fault planted in a copy of the tree; a random office must find it. */
export type Mutant = { name: string; file: string; text: string; replacement: string }

const features = 'electron/backend/features'

export const mutants: readonly Mutant[] = [
  {
    name: 'rooms are always free',
    file: `${features}/cohort/booking-store.ts`,
    text: 'cohort_day.room_id = @resource',
    replacement: 'cohort_day.room_id = @resource AND 0',
  },
  {
    name: 'people are always free',
    file: `${features}/cohort/booking-store.ts`,
    text: 'enrolment.trainee_id = @resource',
    replacement: 'enrolment.trainee_id = @resource AND 0',
  },
  {
    name: 'leave is not asked for',
    file: `${features}/cohort/check-teaching.ts`,
    text: 'if (leave) throw',
    replacement: 'if (leave && false) throw',
  },
  {
    name: 'hours that were taught need no credential',
    file: `${features}/instructor/credential-store.ts`,
    text: 'cohort.title FROM teacher_of_day',
    replacement: 'cohort.title FROM teaching AS teacher_of_day',
  },
  {
    name: 'the word of an official goes while somebody teaches by it',
    file: `${features}/cohort/override-credential.ts`,
    text: 'if (stops) deleteTeacher',
    replacement: 'if (false) deleteTeacher',
  },
  {
    name: 'room and hours do not change together',
    file: `${features}/cohort/cohort-handlers.ts`,
    text: 'writeRoom(db, cohort.id, null)',
    replacement: 'writeRoom(db, cohort.id, facts.roomId)',
  },
  {
    name: 'a paper may be dated years ahead',
    file: 'shared/features/certificate/issue-date.ts',
    text: 'return date > latest',
    replacement: "return date > '9999-12-31'",
  },
  {
    name: 'a paper from a clock that ran ahead cannot be revoked',
    file: 'shared/features/certificate/issue-date.ts',
    text: 'return issuedOn < today ? issuedOn : today',
    replacement: 'return issuedOn',
  },
  {
    name: 'numbers leave a gap',
    file: `${features}/certificate/issue/number-store.ts`,
    text: 'return nextSequence([last])',
    replacement: 'return nextSequence([last]) + 1',
  },
  {
    name: 'a day that nobody was planned for stays open for ever',
    file: 'shared/features/attendance/who-closes.ts',
    text: 'return own.length > 0 ? own : everybody',
    replacement: 'return own',
  },
  {
    name: 'an empty class that has begun stays for ever',
    file: `${features}/cohort/cohort-handlers.ts`,
    text: 'if (cohort.cancelled || traineesOfCohort(db, cohort.id).length > 0) assertNotBegun',
    replacement: 'assertNotBegun',
  },
  {
    name: 'one day too many is needed to pass',
    file: 'shared/features/graduation/graduation.ts',
    text: 'if (present < needed)',
    replacement: 'if (present <= needed)',
  },
  {
    name: 'the mark that is just enough is not',
    file: 'shared/features/graduation/graduation.ts',
    text: 'if (final < facts.passMark)',
    replacement: 'if (final <= facts.passMark)',
  },
  {
    name: 'somebody leaves before a day with a mark',
    file: `${features}/cohort/enrol-trainees.ts`,
    text: 'if (marked !== null) throw',
    replacement: 'if (marked !== null && false) throw',
  },
  {
    name: 'somebody with marks is taken off the list',
    file: `${features}/cohort/enrol-trainees.ts`,
    text: 'if (hasRecords(db, enrolmentId)) throw',
    replacement: 'if (false) throw',
  },
  {
    name: 'two people with modal kerja become one',
    file: `${features}/duplicate/merge-obstacles.ts`,
    text: 'if (aids.length > 1)',
    replacement: 'if (aids.length > 9)',
  },
  {
    name: 'a merge that is parted keeps what it took',
    file: `${features}/duplicate/split-trainees.ts`,
    text: 'moveRowsBack(db, survivorId, awayId, moved.rows)',
    replacement: '',
  },
  {
    name: 'an import that is taken back leaves its changes',
    file: `${features}/import/undo-import.ts`,
    text: 'updateTrainee(db, traineeId, former)',
    replacement: 'updateTrainee(db, traineeId, now)',
  },
  {
    name: 'a late holiday forgets who is on leave',
    file: `${features}/replan/find-clashes.ts`,
    text: 'if (leave.instructorId !== id) return []',
    replacement: 'return []',
  },
  {
    name: 'a skipped day loses its reason',
    file: 'shared/features/replan/replan.ts',
    text: '?? whyOff(day) ?? history.get(date) ?? { date,',
    replacement: '?? whyOff(day) ?? { date: first,',
  },
  {
    name: 'the newest snapshot is what the clock says',
    file: 'electron/backend/database/snapshot.ts',
    text: 'clockOf(b) - clockOf(a) || ',
    replacement: '',
  },
  {
    name: 'one person gets modal kerja twice',
    file: `${features}/alumni/aid-handlers.ts`,
    text: 'if (year !== undefined) throw',
    replacement: 'if (year !== undefined && false) throw',
  },
]
