import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import type { paperContract } from '../../../../shared/features/paper/contract.ts'
import {
  isPersonPaper,
  type PaperKey,
  type PersonPaperKey,
  paperKeys,
  paperTitle,
} from '../../../../shared/features/paper/paper-key.ts'
import { dateRange } from '../../../../shared/kernel/date-words.ts'
import type { Moment } from '../../clock.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { DrawnPaper } from '../../pdf/sheet.ts'
import { Refused } from '../../refused.ts'
import type { Handlers, QueryScope } from '../../scope.ts'
import { drawAttendanceDays } from '../attendance/documents/attendance-day.ts'
import { drawAttendanceMatrix } from '../attendance/documents/attendance-matrix.ts'
import { drawAttendanceRecap } from '../attendance/documents/attendance-recap.ts'
import type { ReturningPaper } from '../attendance/documents/returning-sheet.ts'
import { drawScheduleChange } from '../calendar/documents/schedule-change.ts'
import { lastScheduleChange, type ScheduleChange } from '../calendar/schedule-change-store.ts'
import { getCentre, listOfficers, officersOn } from '../centre/centre-store.ts'
import { certificateHandlers } from '../certificate/certificate-handlers.ts'
import { type CohortRecord, getCohort, traineesOfCohort } from '../cohort/cohort-store.ts'
import { drawParticipants } from '../cohort/documents/participants.ts'
import { drawSchedule } from '../cohort/documents/schedule.ts'
import { drawScheduleWeek } from '../cohort/documents/schedule-week.ts'
import { type WeekDay, weekDaysOf } from '../cohort/documents/week-facts.ts'
import { timetableOf } from '../cohort/timetable-handlers.ts'
import { drawGraduationMinutes } from '../graduation/documents/graduation-minutes.ts'
import { rememberSheets } from '../scan/sheet-editions.ts'
import { drawFinalScores } from '../score/documents/final-scores.ts'
import { scoresOfCohort } from '../score/score-store.ts'
import type { ClassFacts } from './class-facts.ts'
import { centreFacts, classFacts } from './class-facts-store.ts'
import { classTitle } from './class-words.ts'
import { drawPersonPaper } from './draw-person-paper.ts'
import { pdfFile } from './pdf-file.ts'
import type { PersonPaperFacts } from './person-facts.ts'
import { personFacts } from './person-facts-store.ts'

/** The class, and what last moved its days. */
type PaperFacts = ClassFacts & { change: ScheduleChange | null; timetable: WeekDay[] }

type AskedDays = { day: number | null; from: number | null }

const nobody = 'Belum ada peserta di kelas ini.'
const unchanged = 'Jadwal belum pernah berubah.'

/** Drawn from the present facts of a class; certificates are issued and frozen, so they come from elsewhere. */
const drawn: Record<
  Exclude<PaperKey, 'certificate' | 'statement' | PersonPaperKey>,
  (facts: PaperFacts, size: PaperSize, asked: AskedDays) => DrawnPaper & Partial<ReturningPaper>
> = {
  'attendance-day': (facts, size, { day, from }) => {
    const days = facts.days.filter(row => (day === null ? row.n >= (from ?? 1) : row.n === day))
    if (days.length === 0) throw new Refused({ code: 'not_found', thing: 'day' })
    return drawAttendanceDays(facts, days, size)
  },
  'attendance-15': drawAttendanceMatrix,
  'attendance-recap': drawAttendanceRecap,
  schedule: drawSchedule,
  'schedule-week': drawScheduleWeek,
  'schedule-change': (facts, size) => {
    if (facts.change === null) throw new Refused({ code: 'paper_waits', words: unchanged })
    return drawScheduleChange({ ...facts, change: facts.change }, size)
  },
  participants: drawParticipants,
  'final-scores': drawFinalScores,
  'graduation-minutes': (facts, size) => {
    if (facts.panel === null) throw new Refused({ code: 'panel_not_decided' })
    return drawGraduationMinutes({ ...facts, panel: facts.panel }, size)
  },
}

export const paperHandlers: Handlers<typeof paperContract> = {
  list({ db }, { code }) {
    const progress = progressOf(db, getCohort(db, code))
    // A letter about a change that never was would be missing for ever.
    const keys = paperKeys.filter(key => key !== 'schedule-change' || progress.moved)
    return keys.map(key => ({ key, title: paperTitle(key), waitsFor: waitsFor(key, progress) }))
  },

  async make(scope, { code, key, size, day, from, traineeId }) {
    if (key === 'certificate' || key === 'statement') {
      const file = await certificateHandlers.classFile(scope, { code, kind: key })
      return { file, title: paperTitle(key), warnings: [] }
    }
    if (isPersonPaper(key)) {
      const { facts, paperSize } = scope.read(({ db, today, at }) => ({
        facts: peopleOfClass(db, { today, at }, getCohort(db, code), traineeId),
        paperSize: getCentre(db).paperSize,
      }))
      const paper = drawPersonPaper(key, facts, size ?? paperSize)
      const [only] = traineeId === null ? [] : facts.people
      return {
        file: pdfFile(`${key}-${code}${only ? `-${only.name}` : ''}`, paper),
        title: paperTitle(key),
        warnings: paper.warnings,
      }
    }
    const { cohort, facts, paperSize } = scope.read(({ db, today, at }) => {
      const cohort = getCohort(db, code)
      const words = waitsFor(key, progressOf(db, cohort))
      if (words !== null) throw new Refused({ code: 'paper_waits', words })
      const facts = {
        ...classFacts(db, { today, at }, cohort),
        change: lastScheduleChange(db, cohort.id) ?? null,
        timetable: weekDaysOf(timetableOf(db, cohort)),
      }
      return { cohort, facts, paperSize: getCentre(db).paperSize }
    })
    const paper = rememberSheets(scope, cohort, facts.cohort.sheetVersion, sheetVersion =>
      drawn[key]({ ...facts, cohort: { ...facts.cohort, sheetVersion } }, size ?? paperSize, { day, from }),
    )
    const ending = key === 'attendance-day' && day !== null ? `-${String(day).padStart(2, '0')}` : ''
    return { file: pdfFile(`${key}-${code}${ending}`, paper), title: paperTitle(key), warnings: paper.warnings }
  },

  async makeForPerson(scope, { traineeId, key, size }) {
    const { facts, paperSize } = scope.read(query => ({
      facts: factsOfPerson(query, traineeId),
      paperSize: getCentre(query.db).paperSize,
    }))
    const paper = drawPersonPaper(key, facts, size ?? paperSize)
    const file = pdfFile(`${key}-${facts.people[0]?.name ?? ''}`, paper)
    return { file, title: paperTitle(key), warnings: paper.warnings }
  },
}

function factsOfPerson({ db, today, at }: QueryScope, traineeId: number): PersonPaperFacts {
  const code = db.get<{ code: string }>(
    `SELECT code FROM enrolment JOIN cohort ON cohort.id = cohort_id
     WHERE trainee_id = ? AND cancelled_at IS NULL ORDER BY enrolment.id DESC LIMIT 1`,
    [traineeId],
  )?.code
  if (code !== undefined) return peopleOfClass(db, { today, at }, getCohort(db, code), traineeId)
  const [head] = [...officersOn(db, today), ...listOfficers(db)]
  if (!head) throw new Refused({ code: 'not_found', thing: 'officer' })
  return {
    centre: centreFacts(db),
    head,
    course: 'yang diselenggarakan balai',
    period: '',
    reference: '',
    people: [personFacts(db, traineeId)],
    signedOn: today,
    printedAt: at.slice(0, 16),
  }
}

/** Everybody who has not left the class, or the one who is asked for. */
function peopleOfClass(
  db: ReadDatabase,
  moment: Moment,
  cohort: CohortRecord,
  traineeId: number | null,
): PersonPaperFacts {
  const { centre, head, cohort: facts, printedAt } = classFacts(db, moment, cohort)
  const members = traineesOfCohort(db, cohort.id).filter(one =>
    traineeId === null ? one.left === null : one.traineeId === traineeId,
  )
  if (members.length === 0)
    throw new Refused(
      traineeId === null ? { code: 'paper_waits', words: nobody } : { code: 'not_found', thing: 'enrolment' },
    )
  return {
    centre,
    head,
    course: classTitle(facts),
    period: dateRange(facts.start, facts.end),
    reference: facts.code,
    people: members.map(one => personFacts(db, one.traineeId)),
    signedOn: moment.today,
    printedAt,
  }
}

type Progress = { people: boolean; scored: boolean; decided: boolean; moved: boolean; issued: ReadonlySet<PaperKey> }

function progressOf(db: ReadDatabase, cohort: CohortRecord): Progress {
  const issued = db.all<{ kind: PaperKey }>(
    'SELECT DISTINCT kind FROM certificate JOIN enrolment ON enrolment.id = certificate.enrolment_id WHERE cohort_id = ?',
    [cohort.id],
  )
  return {
    people: traineesOfCohort(db, cohort.id).some(one => one.left === null),
    scored: scoresOfCohort(db, cohort.id).size > 0,
    decided: cohort.decided,
    moved: lastScheduleChange(db, cohort.id) !== undefined,
    issued: new Set(issued.map(row => row.kind)),
  }
}

function waitsFor(key: PaperKey, { people, scored, decided, moved, issued }: Progress): string | null {
  if (isPersonPaper(key)) return people ? null : nobody
  if (key === 'schedule-change') return moved ? null : unchanged
  if (key === 'final-scores') return scored ? null : 'Nilai belum diisi.'
  if (key === 'graduation-minutes') return decided ? null : 'Sidang kelulusan belum menetapkan hasil.'
  if (key === 'certificate' || key === 'statement') return issued.has(key) ? null : 'Belum ada yang diterbitkan.'
  return null
}
