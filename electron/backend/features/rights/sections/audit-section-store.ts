import { formatMoment, type PersonSection, tableSection } from '../../../../../shared/features/rights/person-section.ts'
import { restrictedLabels } from '../../../../../shared/features/trainee/restricted.ts'
import { traineeLabels } from '../../../../../shared/features/trainee/trainee-labels.ts'
import { formatOperation } from '../../../../../shared/operation-labels.ts'
import { auditValues } from '../../../database/audit.ts'
import type { ReadDatabase } from '../../../database/connection.ts'

type Row = {
  at: string
  by: string
  operation: string
  entity: string
  id: string
  before: string
  after: string
  seen: 0 | 1
}

/** Kinds of rows that one operation may write. */
const parts: Record<string, string> = {
  trainee_restricted: 'Data terbatas',
  target_evidence: 'Bukti sasaran',
  trainee_photo: 'Pas foto',
}
const labels: Record<string, string> = { ...traineeLabels, ...restrictedLabels }

/** Who did what with the data of a person and when, including exports; field names, no values. */
export function auditSection(db: ReadDatabase, traineeId: number): PersonSection {
  const enrolments = new Set(
    db.all<{ id: number }>('SELECT id FROM enrolment WHERE trainee_id = ?', [traineeId]).map(row => String(row.id)),
  )
  const numbers = new Set(
    db.values<string>(
      'SELECT number FROM certificate JOIN enrolment ON enrolment.id = enrolment_id WHERE trainee_id = ?',
      [traineeId],
    ),
  )
  const rows = db
    .all<Row>(
      `SELECT at, operator AS by, operation, entity, entity_id AS id, coalesce(before, 'null') AS before, coalesce(after, 'null') AS after,
         id IN (SELECT audit_id FROM seen_person WHERE trainee_id = @traineeId) AS seen
       FROM audit
       WHERE (entity_id = @id AND (entity LIKE 'trainee%' OR entity = 'target_evidence'))
         OR seen OR entity IN ('enrolment', 'attendance', 'attendance_letter', 'score', 'certificate', 'import')
       ORDER BY audit.id`,
      { id: String(traineeId), traineeId },
    )
    .filter(row => isAbout(row, traineeId, enrolments, numbers))
  return tableSection(
    'Riwayat penggunaan data',
    { Waktu: 30, Petugas: 34, Tindakan: 46, Isian: 44 },
    rows.map(row => [
      formatMoment(row.at),
      row.by,
      formatOperation(row.operation),
      row.entity === 'trainee' ? changedFields(row) : (parts[row.entity] ?? ''),
    ]),
  )
}

function isAbout(row: Row, traineeId: number, enrolments: ReadonlySet<string>, numbers: ReadonlySet<string>): boolean {
  const { entity, id } = row
  if (row.seen) return true
  if (entity.startsWith('trainee') || entity === 'target_evidence') return true
  if (entity === 'certificate') return numbers.has(id)
  const parts = id.split(' ')
  if (entity === 'attendance' && parts.length === 2) return list(row.after, 'marks').some(one => isOwn(one, enrolments))
  if (['attendance', 'attendance_letter', 'score'].includes(entity)) return enrolments.has(parts[1] ?? '')
  if (entity === 'enrolment' && enrolments.has(id)) return true
  return ['traineeIds', 'created', 'matched'].some(key => list(row.after, key).includes(traineeId))
}

function isOwn(mark: unknown, enrolments: ReadonlySet<string>): boolean {
  return typeof mark === 'object' && mark !== null && 'enrolmentId' in mark && enrolments.has(String(mark.enrolmentId))
}

function list(json: string, key: string): unknown[] {
  const value = auditValues(json)[key]
  return Array.isArray(value) ? value : []
}

function changedFields({ before, after }: Row): string {
  const [was, is] = [auditValues(before), auditValues(after)]
  return Object.keys(is)
    .filter(key => key in labels && JSON.stringify(was[key]) !== JSON.stringify(is[key]) && is[key] !== '')
    .filter(key => before !== 'null' || is[key] !== null)
    .map(key => labels[key])
    .join(', ')
}
