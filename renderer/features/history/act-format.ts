import type { Act } from '../../../shared/features/history/contract.ts'
import { mostCounted } from '../../../shared/features/history/history.ts'

/** '318', or '1.000+' where counting stopped. */
export function formatCount(count: number): string {
  return count >= mostCounted ? `${mostCounted.toLocaleString('id-ID')}+` : String(count)
}

/** Size of an act: '3 kolom', '14 catatan', 'dilihat'. */
export function formatHeld({ records, fields, seen, area }: Pick<Act, 'records' | 'fields' | 'seen' | 'area'>): string {
  if (seen !== null) return seen === 1 ? 'dilihat' : `${seen} orang`
  if (records > 1) return `${formatCount(records)} catatan`
  if (fields === null) return '1 catatan'
  // A mark is a field with the name of a person as its label.
  return `${fields} ${area === 'attendance' ? 'tanda' : 'kolom'}`
}
