import type { FieldConflict } from '../../../shared/kernel/join-values.ts'
import { isPlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'

/** What another person changed while a form was open, as the error of the backend says it. */
export interface Changed {
  by: string
  at: string
  desk: string
  conflicts: FieldConflict[]
  joined: string[]
  /** For a record: the other person's values of the joined fields. */
  theirs?: Record<string, unknown> | undefined
}

export function firstNameOf({ by }: Pick<Changed, 'by'>): string {
  return by.split(' ')[0] ?? by
}

/** '10.22'; '' if the history does not know the time. */
export function clockOfChange({ at }: Pick<Changed, 'at'>): string {
  return at.slice(11, 16).replace(':', '.')
}

/** A value as it is said where nobody knows better. */
export function plainValue(value: unknown): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return 'kosong'
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  if (typeof value === 'string' && isPlainDate(value)) return shortDay(value)
  if (!Array.isArray(value)) return typeof value === 'object' ? 'diubah' : String(value)
  return value.every(one => typeof one !== 'object') ? value.join(', ') : `${value.length} baris`
}
