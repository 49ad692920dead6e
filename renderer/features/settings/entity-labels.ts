import { type EntityKind, entityLabels } from '../../../shared/domain-error.ts'

/** Kinds whose id ends in the number of a day. */
const ofDay = new Set(['attendance', 'cohort_day', 'credential_override', 'taught_day'])

/** There is only one of each: its number says nothing. */
const single = new Set(['centre', 'rules'])

/**
 * What an audit row is about, from its stored 'kind id': 'attendance TR-2024-03 9' → 'Kehadiran TR-2024-03, hari ke-9'.
 * Row numbers are called so, because people are not named in the history.
 */
export function formatEntity(entity: string): string {
  const [kind = '', id = '', ...rest] = entity.split(' ')
  const title = kind in entityLabels ? entityLabels[kind as EntityKind] : kind
  if (single.has(kind) || id === '') return title
  const last = rest.at(-1)
  if (ofDay.has(kind) && last !== undefined) return `${title} ${id}, hari ke-${last}`
  if (kind === 'score' || kind === 'competence_test') return `${title} ${id}`
  const name = [id, ...rest].join(' ')
  return /^\d+$/.test(name) && kind !== 'holiday_year' ? `${title}, catatan ${name}` : `${title} ${name}`
}
