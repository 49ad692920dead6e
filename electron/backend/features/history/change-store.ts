import { ruleWords } from '../../../../shared/features/centre/rule-words.ts'
import type { ActField } from '../../../../shared/features/history/contract.ts'
import { fieldLabel } from '../../../../shared/features/history/field-labels.ts'
import { formatFieldValue } from '../../../../shared/features/trainee/field-value-labels.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { formatField } from '../../../../shared/features/trainee/trainee-labels.ts'
import { countInRanges } from '../../../../shared/kernel/number-ranges.ts'
import type { UnchosenValue } from '../../../../shared/kernel/seen.ts'
import { auditValues } from '../../database/audit.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { findVillage } from '../../region/villages.ts'
import type { ActRow } from './act-row-store.ts'

/** Technical fields that are not shown: hashes, sizes, row ids. */
const technical = /^(sha256|hash|bytes|size|digests?|fileIds?|mergeId|planVersion|drawnFrom|moved|epoch|id)$/
/** Numbers of people, always masked here. */
const numbers = new Set(['nik', 'familyCard', 'otherNik'])
const mostFields = 60

/** Changed fields of a row as text; of restricted fields only the names are stored. */
export function changesIn(
  db: ReadDatabase,
  { entity, before, after }: Pick<ActRow, 'entity' | 'before' | 'after'>,
): { fields: ActField[]; restricted: string[] } {
  const [was, is] = [auditValues(before), auditValues(after)]
  if (entity === 'trainee_restricted') {
    const names = Array.isArray(is.fields) ? is.fields : Array.isArray(is.shown) ? is.shown : []
    return { fields: [], restricted: names.map(name => formatField(String(name))) }
  }
  if (Array.isArray(is.unchosen)) return { fields: unchosenFields(db, is.unchosen), restricted: [] }
  // `before` may have more fields; if both exist, only fields set by the change count.
  const keys = Object.keys(after === null || after === 'null' ? was : is)
  const fields = keys.flatMap((key): ActField[] => {
    if (technical.test(key) || JSON.stringify(was[key]) === JSON.stringify(is[key])) return []
    if (isMarks(was[key]) && isMarks(is[key])) return markFields(db, was[key], is[key])
    const [old, now] = [formatHistoryValue(db, key, was[key]), formatHistoryValue(db, key, is[key])]
    return old === now ? [] : [{ label: fieldLabel(key), before: old, after: now }]
  })
  return { fields: fields.slice(0, mostFields), restricted: [] }
}

/** What was not chosen where two people had changed the same field: it was never stored, or was replaced knowingly. */
function unchosenFields(db: ReadDatabase, unchosen: readonly UnchosenValue[]): ActField[] {
  return unchosen.slice(0, mostFields).map(({ field, value }) => ({
    label: `${fieldLabel(field)}, tidak dipilih`,
    before: '',
    after: formatHistoryValue(db, field, value) || 'kosong',
    unchosen: true,
  }))
}

type Mark = { enrolmentId: number; n?: number; mark?: string; arrivedAt?: string | null }

function isMarks(value: unknown): value is Mark[] {
  return Array.isArray(value) && value.every(one => typeof one === 'object' && one !== null && 'enrolmentId' in one)
}

/** Changed marks of people on a day: 'S' to 'H'. */
function markFields(db: ReadDatabase, before: readonly Mark[], after: readonly Mark[]): ActField[] {
  const was = new Map(before.map(mark => [mark.enrolmentId, mark]))
  return after.map(mark => ({
    label:
      db.get<{ name: string }>(
        'SELECT name FROM enrolment JOIN trainee ON trainee.id = trainee_id WHERE enrolment.id = ?',
        [mark.enrolmentId],
      )?.name ?? `peserta kelas ${mark.enrolmentId}`,
    before: was.get(mark.enrolmentId)?.mark ?? '',
    after: [mark.mark, mark.arrivedAt].filter(Boolean).join(' '),
  }))
}

function formatHistoryValue(db: ReadDatabase, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (numbers.has(field) && typeof value === 'string') return maskNik(value)
  if ((field === 'villageCode' || field === 'homeVillageCode') && typeof value === 'string') {
    const place = findVillage(value)
    return place ? `${place.village}, Kec. ${place.district}` : value
  }
  const rule = ruleWords(field, value)
  if (rule !== undefined) return rule
  if (field === 'traineeIds') return Array.isArray(value) ? `${value.length} orang` : ''
  if (field === 'trainees' && typeof value === 'string') return `${countInRanges(value)} orang`
  if (Array.isArray(value)) {
    const plain = value.every(one => typeof one === 'string' || typeof one === 'number')
    return plain && value.length <= 12 ? value.join(', ') : `${value.length} isian`
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([key, inner]) => !technical.test(key) && inner !== null && inner !== '')
      .map(([key, inner]) => `${fieldLabel(key)}: ${formatHistoryValue(db, key, inner)}`)
      .slice(0, 12)
      .join(' · ')
  }
  return formatFieldValue(field, value)
}
