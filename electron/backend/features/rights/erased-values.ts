import { isInRanges } from '../../../../shared/kernel/number-ranges.ts'
import type { ErasableRow } from '../../database/audit.ts'
import { erasedText, type ForgottenPeople } from './forget-store.ts'

/** Rows about one person: only field names are kept. */
const ofPerson = new Set(['trainee', 'trainee_freeze', 'trainee_consent', 'trainee_note'])
/** Fields that do not identify a person. */
const harmless = new Set(['mark', 'arrivedAt', 'decision', 'proposal', 'kind', 'sex', 'result', 'issuedOn', 'trainees'])
/** Lists of people with an aligned text in the same object. */
const lists = ['traineeIds', 'created', 'matched']

/** The row without data of these people, or null if it has none. */
export function erasedValues(row: ErasableRow, people: ForgottenPeople): Pick<ErasableRow, 'before' | 'after'> | null {
  const whole = isAbout(row, people)
  const erase = (json: string | null, other: string | null): string | null => {
    if (json === null) return null
    const value: unknown = JSON.parse(json)
    if (whole === 'person') return JSON.stringify(namesOnly(value, other === null ? null : JSON.parse(other)))
    return JSON.stringify(without(value, whole === 'part', people))
  }
  const erased = { before: erase(row.before, row.after), after: erase(row.after, row.before) }
  const same = (key: 'before' | 'after') => row[key] === null || plain(row[key]) === erased[key]
  return same('before') && same('after') ? null : erased
}

function isAbout({ entity, entity_id }: ErasableRow, people: ForgottenPeople): 'person' | 'part' | null {
  if (entity === null || entity_id === null) return null
  if (ofPerson.has(entity)) return people.trainees.has(Number(entity_id)) ? 'person' : null
  if (entity === 'enrolment') return people.enrolments.has(Number(entity_id)) ? 'part' : null
  if (entity === 'certificate') return people.certificates.has(entity_id) ? 'part' : null
  // 'TR-2024-03 17 9': class, enrolment, day.
  if (entity === 'attendance' || entity === 'score' || entity === 'competence_test')
    return people.enrolments.has(Number(entity_id.split(' ')[1])) && isOfOne(entity, entity_id) ? 'part' : null
  return null
}

/** 'TR-2024-03 9' is a day of the class, with marks of everybody. */
function isOfOne(entity: string, id: string): boolean {
  return id.split(' ').length === (entity === 'attendance' ? 3 : 2)
}

/** Names of filled fields, or if both sides are known, of changed ones. */
function namesOnly(value: unknown, other: unknown): unknown {
  if (!isObject(value)) return value
  if (Array.isArray(value.erased)) return value
  const differs = (key: string) => !isObject(other) || !(key in other) || plainOf(value[key]) !== plainOf(other[key])
  return { erased: Object.keys(value).filter(key => value[key] !== null && value[key] !== '' && differs(key)) }
}

function without(value: unknown, own: boolean, people: ForgottenPeople): unknown {
  if (typeof value === 'string') return withoutIdentifiers(value, people)
  if (Array.isArray(value)) return value.map(item => without(item, own, people))
  if (!isObject(value)) return value
  const ofOne = own || names(value, people)
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (ofOne && typeof inner === 'string' && inner !== '' && !harmless.has(key)) return [key, erasedText]
      return [key, without(inner, ofOne && !Array.isArray(inner), people)]
    }),
  )
}

function names(value: Record<string, unknown>, { trainees, enrolments }: ForgottenPeople): boolean {
  const holds = (set: ReadonlySet<number>, id: unknown) => typeof id === 'number' && set.has(id)
  return (
    holds(enrolments, value.enrolmentId) ||
    holds(trainees, value.traineeId) ||
    (typeof value.trainees === 'string' && holdAny(value.trainees, trainees)) ||
    lists.some(key => {
      const list = value[key]
      return Array.isArray(list) && list.some(id => holds(trainees, id))
    })
  )
}

/** Exports store people as ranges of ids. */
function holdAny(ranges: string, people: ReadonlySet<number>): boolean {
  return [...people].some(id => isInRanges(ranges, id))
}

function withoutIdentifiers(text: string, { identifiers }: ForgottenPeople): string {
  if (identifiers.has(text)) return erasedText
  return text.replace(/\d{9,}/g, digits => (identifiers.has(digits) ? erasedText : digits))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Normalised like texts of this file, for comparing. */
function plain(json: string | null): string | null {
  return json === null ? null : JSON.stringify(JSON.parse(json))
}

function plainOf(value: unknown): string {
  return JSON.stringify(value) ?? ''
}
