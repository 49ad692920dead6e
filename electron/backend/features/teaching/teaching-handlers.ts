import type { teachingContract } from '../../../../shared/features/teaching/contract.ts'
import { sameLessons } from '../../../../shared/features/teaching/lesson.ts'
import { DomainError } from '../../domain-error.ts'
import { workbookFile } from '../../files/list-columns.ts'
import type { Handlers } from '../../scope.ts'
import { getCohort, getOpenCohort } from '../cohort/cohort-store.ts'
import { cohortTeaching, teachingDays } from './read-teaching.ts'
import { teachingReport } from './read-teaching-report.ts'
import { closeTeaching, heldDay, writeTaughtDay } from './record-teaching.ts'
import { writeReportOnThread } from './write-report.ts'

export const teachingHandlers: Handlers<typeof teachingContract> = {
  ofCohort: ({ db, today }, { code }) => cohortTeaching(db, today, getCohort(db, code)),

  record(scope, { code, n, lessons, reason }) {
    const { db, today } = scope
    const cohort = getOpenCohort(db, code)
    const day = heldDay(teachingDays(db, cohort), n, today)
    if (day.closed && sameLessons(day.lessons, lessons)) return
    if (day.closed && !reason) throw new DomainError({ code: 'teaching_closed', n, by: day.closed.by })
    writeTaughtDay(scope, cohort, day, lessons, reason ?? '')
  },

  closeDays(scope, { code, days: numbers }) {
    const cohort = getOpenCohort(scope.db, code)
    return { closed: closeTeaching(scope, cohort, numbers) }
  },

  report: ({ db, today }, period) => teachingReport(db, today, period),

  async exportReport(scope, { ticket: _, ...period }) {
    const { bytes, name, lessons } = await writeReportOnThread(scope, period)
    scope.write(({ record }) => record('export', name, null, { ...period, lessons }))
    return { file: workbookFile([bytes], name) }
  },
}
