import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import type { PaperRow, paperContract } from '../../../../shared/features/paper/contract.ts'
import {
  isPersonPaper,
  type PaperKey,
  type PersonPaperKey,
  paperKeys,
  paperTitle,
} from '../../../../shared/features/paper/paper-key.ts'
import { changedGroups, type FactDigests } from '../../../../shared/features/print/fact-group.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { dateRange } from '../../../../shared/kernel/date-words.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { DrawnPaper } from '../../pdf/sheet.ts'
import { Refused } from '../../refused.ts'
import type { Handlers, QueryScope } from '../../scope.ts'
import { drawAttendanceDays } from '../attendance/documents/attendance-day.ts'
import { drawAttendanceMatrix } from '../attendance/documents/attendance-matrix.ts'
import { drawAttendanceRecap } from '../attendance/documents/attendance-recap.ts'
import { drawScheduleChange } from '../calendar/documents/schedule-change.ts'
import { lastScheduleChange, type ScheduleChange } from '../calendar/schedule-change-store.ts'
import { getCentre, listOfficers, officersOn } from '../centre/centre-store.ts'
import { certificateHandlers } from '../certificate/certificate-handlers.ts'
import { drawExample } from '../certificate/draw-example.ts'
import { type CohortRecord, getCohort, traineesOfCohort } from '../cohort/cohort-store.ts'
import { drawParticipants } from '../cohort/documents/participants.ts'
import { drawSchedule } from '../cohort/documents/schedule.ts'
import { drawScheduleWeek } from '../cohort/documents/schedule-week.ts'
import { type WeekDay, weekDaysOf } from '../cohort/documents/week-facts.ts'
import { timetableOf } from '../cohort/timetable-handlers.ts'
import { drawGraduationMinutes } from '../graduation/documents/graduation-minutes.ts'
import { digestsOf, watchFacts } from '../print/fact-digests.ts'
import { lastPrintOf } from '../print/print-store.ts'
import { drawFinalScores } from '../score/documents/final-scores.ts'
import type { ClassFacts, PanelFacts } from './class-facts.ts'
import { centreFacts, classFacts } from './class-facts-store.ts'
import { classTitle } from './class-words.ts'
import { drawPersonPaper } from './draw-person-paper.ts'
import { pdfFile } from './pdf-file.ts'
import { emptyPerson, type PersonPaperFacts } from './person-facts.ts'
import { personFacts } from './person-facts-store.ts'

/** The class, and what last moved its days. */
type PaperFacts = ClassFacts & { change: ScheduleChange | null; timetable: WeekDay[] }

type AskedDays = { day: number | null; from: number | null }

/** Drawn from the present facts of a class; certificates are issued and frozen, so they come from elsewhere. */
const drawn: Record<
  Exclude<PaperKey, 'certificate' | 'statement' | PersonPaperKey>,
  (facts: PaperFacts, size: PaperSize, asked: AskedDays) => DrawnPaper
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
  'schedule-change': drawScheduleChange,
  participants: drawParticipants,
  'final-scores': drawFinalScores,
  'graduation-minutes': (facts, size) => drawGraduationMinutes({ ...facts, panel: facts.panel ?? openPanel }, size),
}

/** Minutes that are filled in by hand at the table. */
const openPanel: PanelFacts = {
  number: null,
  heldOn: null,
  place: '',
  members: ['Ketua', 'Sekretaris', 'Anggota', 'Anggota'].map(role => ({ name: '', role })),
}

export const paperHandlers: Handlers<typeof paperContract> = {
  list: ({ db }, { code }) => paperRows(db, getCohort(db, code)),

  async make(scope, { code, key, size, day, from, traineeId }) {
    const title = paperTitle(key)
    if (key === 'certificate' || key === 'statement') {
      const cohort = scope.read(({ db }) => getCohort(db, code))
      const issued = scope.read(({ db }) => issuedKinds(db, cohort).has(key))
      const file = issued
        ? await certificateHandlers.classFile(scope, { code, kind: key, size })
        : scope.read(query => pdfFile(`${key}-${code}`, drawExample(query, cohort, key, size)))
      const drawnFrom = { planVersion: cohort.planVersion, digests: {} }
      const last = scope.read(({ db }) => lastPrintOf(db, cohort.id, { key, day: null, listNumber: null }))
      return {
        file,
        title,
        warnings: [],
        drawnFrom,
        lastPrint: last ? { at: last.at, by: last.by, changed: [] } : null,
      }
    }
    const { facts, paperSize, planVersion, lastPrint } = scope.read(query => {
      const cohort = getCohort(query.db, code)
      return {
        facts: isPersonPaper(key) ? peopleOfClass(query, cohort, traineeId) : paperFacts(query, cohort),
        paperSize: getCentre(query.db).paperSize,
        planVersion: cohort.planVersion,
        lastPrint: lastPrintOf(query.db, cohort.id, {
          key,
          day,
          listNumber: listNumberOf(query.db, cohort, traineeId),
        }),
      }
    })
    const watched = watchFacts(facts)
    const paper = isPersonPaper(key)
      ? drawPersonPaper(key, watched.facts as PersonPaperFacts, size ?? paperSize)
      : drawn[key](watched.facts as PaperFacts, size ?? paperSize, { day, from })
    const present = digestsOf(facts)
    const digests = Object.fromEntries(watched.groupsRead().map(group => [group, present[group]]))
    return {
      file: pdfFile(`${key}-${code}${endingOf(key, { day, traineeId }, facts)}`, paper),
      title,
      warnings: paper.warnings,
      drawnFrom: { planVersion, digests },
      lastPrint: lastPrint
        ? { at: lastPrint.at, by: lastPrint.by, changed: changedGroups(lastPrint.digests, digests) }
        : null,
    }
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

function factsOfPerson({ db, today, at }: QueryScope, traineeId: TraineeId): PersonPaperFacts {
  const code = db.get<{ code: string }>(
    `SELECT code FROM enrolment JOIN cohort ON cohort.id = cohort_id
     WHERE trainee_id = ? AND cancelled_at IS NULL ORDER BY enrolment.id DESC LIMIT 1`,
    [traineeId],
  )?.code
  if (code !== undefined) return peopleOfClass({ db, today, at }, getCohort(db, code), traineeId)
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

/** Everybody who has not left the class, or the one who is asked for; an empty form while there is nobody. */
function peopleOfClass(
  { db, today, at }: QueryScope,
  cohort: CohortRecord,
  traineeId: TraineeId | null,
): PersonPaperFacts {
  const { centre, head, cohort: facts, printedAt } = classFacts(db, { today, at }, cohort)
  const members = traineesOfCohort(db, cohort.id).filter(one =>
    traineeId === null ? one.left === null : one.traineeId === traineeId,
  )
  if (traineeId !== null && members.length === 0) throw new Refused({ code: 'not_found', thing: 'enrolment' })
  return {
    centre,
    head,
    course: classTitle(facts),
    period: dateRange(facts.start, facts.end),
    reference: facts.code,
    people: members.length === 0 ? [emptyPerson] : members.map(one => personFacts(db, one.traineeId)),
    signedOn: today,
    printedAt,
  }
}

/** What the papers of a class as a whole say. */
function paperFacts({ db, today, at }: QueryScope, cohort: CohortRecord): PaperFacts {
  return {
    ...classFacts(db, { today, at }, cohort),
    change: lastScheduleChange(db, cohort.id) ?? null,
    timetable: weekDaysOf(timetableOf(db, cohort)),
  }
}

/** What the papers of a class would say now, by groups; nothing for issued ones, which never say anything else. */
export function presentDigests(scope: QueryScope, cohort: CohortRecord): (key: PaperKey) => FactDigests {
  let ofClass: FactDigests | undefined
  let ofPeople: FactDigests | undefined
  return key => {
    if (key === 'certificate' || key === 'statement') return {}
    if (isPersonPaper(key)) {
      ofPeople ??= digestsOf(peopleOfClass(scope, cohort, null))
      return ofPeople
    }
    ofClass ??= digestsOf(paperFacts(scope, cohort))
    return ofClass
  }
}

/** Every paper of a class. A letter about a change that never was would be missing for ever. */
export function paperRows(db: ReadDatabase, cohort: CohortRecord): PaperRow[] {
  const issued = issuedKinds(db, cohort)
  const moved = lastScheduleChange(db, cohort.id) !== undefined
  return paperKeys
    .filter(key => key !== 'schedule-change' || moved)
    .map(key => ({ key, title: paperTitle(key), waitsFor: waitsFor(key, issued) }))
}

function issuedKinds(db: ReadDatabase, cohort: CohortRecord): ReadonlySet<PaperKey> {
  const issued = db.all<{ kind: PaperKey }>(
    'SELECT DISTINCT kind FROM certificate JOIN enrolment ON enrolment.id = certificate.enrolment_id WHERE cohort_id = ?',
    [cohort.id],
  )
  return new Set(issued.map(row => row.kind))
}

/** Every other paper is an empty form until there is something to say; these are issued, and before that only an example. */
function waitsFor(key: PaperKey, issued: ReadonlySet<PaperKey>): string | null {
  if (key === 'certificate' || key === 'statement') return issued.has(key) ? null : 'Belum ada yang diterbitkan.'
  return null
}

function listNumberOf(db: ReadDatabase, cohort: CohortRecord, traineeId: TraineeId | null): number | null {
  return traineesOfCohort(db, cohort.id).find(one => one.traineeId === traineeId)?.position ?? null
}

/** What tells the file of one day or one person from that of the whole paper. */
function endingOf(
  key: PaperKey,
  { day, traineeId }: { day: number | null; traineeId: TraineeId | null },
  facts: PaperFacts | PersonPaperFacts,
): string {
  if (key === 'attendance-day' && day !== null) return `-${String(day).padStart(2, '0')}`
  const [only] = traineeId !== null && 'people' in facts ? facts.people : []
  return only ? `-${only.name}` : ''
}
