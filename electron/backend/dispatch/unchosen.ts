import type { AuditRecord } from '../database/audit.ts'
import { fieldIn } from '../features/desk/join-record.ts'

/** An audit row for the values that somebody did not choose when two people had changed the same field, about the record of the first row. */
export function unchosenRecord(input: unknown, [first]: readonly AuditRecord[]): AuditRecord[] {
  const [unchosen, seen] = [fieldIn(input, 'unchosen'), fieldIn(input, 'seen')]
  if (!first || !Array.isArray(unchosen) || typeof seen !== 'object' || seen === null) return []
  // Only of fields that the form has.
  const kept = unchosen.filter(one => String(fieldIn(one, 'field')) in seen)
  return kept.length === 0 ? [] : [{ entity: first.entity, id: first.id, before: undefined, after: { unchosen: kept } }]
}
