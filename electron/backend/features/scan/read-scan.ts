import { formatSheetPlace } from '../../../../shared/features/attendance/sheet-code.ts'
import { isMemberOn } from '../../../../shared/features/cohort/membership.ts'
import type { ScanDetail, ScanRow, SheetWarning } from '../../../../shared/features/scan/contract.ts'
import { foldSessions } from '../../../../shared/features/scan/fold-sessions.ts'
import { changesOfSheet } from '../../../../shared/features/scan/sheet-facts.ts'
import type { ScanId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { marksOfCohort } from '../attendance/attendance-store.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { getScan, lineOf, type ScanRecord, twinOf } from './scan-store.ts'
import { findEdition, formsOf, sheetFactsOf } from './sheet-edition-store.ts'

/** @throws DomainError not_found */
export function detailOf(db: ReadDatabase, id: ScanId, today: PlainDate): ScanDetail {
  const scan = getScan(db, id)
  const { cohortId, sheet, read } = scan
  return {
    ...lineOf(scan),
    warnings: cohortId === null ? [] : warningsOf(db, scan, cohortId),
    size: read && { width: read.width, height: read.height },
    rows: cohortId === null || !sheet?.version || !read ? [] : rowsOf(db, scan, cohortId, today),
  }
}

function warningsOf(db: ReadDatabase, scan: ScanRecord, cohortId: number): SheetWarning[] {
  const warnings: SheetWarning[] = []
  const version = scan.sheet?.version ?? null
  if (version !== null) {
    const edition = findEdition(db, cohortId, version)
    const changes = edition ? changesOfSheet(edition.facts, sheetFactsOf(db, cohortId)) : []
    if (!edition) warnings.push({ kind: 'unknown_version', version })
    else if (changes.length > 0) warnings.push({ kind: 'old', version, changes })
  }
  const twin = twinOf(db, scan)
  if (twin) warnings.push({ kind: 'twice', ...twin })
  return warnings
}

/** One row for each person and day of the sheet that counts today; read by the printed list numbers, not by today's. */
function rowsOf(db: ReadDatabase, { sheet, read }: ScanRecord, cohortId: number, today: PlainDate): ScanRow[] {
  const edition = sheet?.version ? findEdition(db, cohortId, sheet.version) : null
  if (!edition || !sheet?.page || !read) return []
  const forms = formsOf(db, edition, formatSheetPlace(sheet.place) ?? '00', sheet.page)
  const form = forms.find(({ width, height }) => Math.round(width) === read.width && Math.round(height) === read.height)
  const people = new Map(traineesOfCohort(db, cohortId).map(person => [Number(person.enrolmentId), person]))
  const printed = new Map(edition.facts.people.map(({ position, enrolmentId }) => [position, people.get(enrolmentId)]))
  const days = new Map(daysOfCohort(db, cohortId).map(day => [day.n, day]))
  const marks = marksOfCohort(db, cohortId)
  const boxes = (form?.boxes ?? []).map((box, index) => ({ ...box, reading: read.readings[index] }))
  const rows = [...Map.groupBy(boxes, ({ position, n }) => `${position} ${n}`).values()].flatMap((group): ScanRow[] => {
    const [first] = group
    const person = first && printed.get(first.position)
    const day = first && days.get(first.n)
    if (!person || !day || day.date > today || !isMemberOn(person, day.n)) return []
    const folded = foldSessions(group.flatMap(({ reading }) => (reading ? [reading] : [])))
    return [
      {
        enrolmentId: person.enrolmentId,
        position: person.position,
        name: person.name,
        n: day.n,
        date: day.date,
        boxes: group.map(({ box }) => box),
        ...folded,
        present: marks.get(person.enrolmentId)?.get(day.n)?.mark ?? null,
        closed: day.closed !== null,
      },
    ]
  })
  return rows.toSorted((a, b) => urgency(a) - urgency(b) || a.n - b.n || a.position - b.position)
}

/** Sort order: marks to write first, least certain before all; then recorded ones that differ, then those that agree. */
function urgency({ signed, confidence, present }: ScanRow): number {
  if (present === null) return signed === null ? 0 : confidence
  const agrees = signed === (present === 'H' || present === 'T')
  return agrees ? 3 : 2
}
