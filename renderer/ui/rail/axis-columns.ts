import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { RailGapKind } from './rail-day.ts'

export interface AxisDay {
  date: PlainDate
  /** A day without training, with its name. */
  off?: { kind: RailGapKind; name: string }
  /** The day off being added: as wide as a training day, with its name in the head. */
  added?: boolean
  today?: boolean
}

export interface AxisColumn {
  width: 'day' | 'off'
  days: readonly AxisDay[]
}

/** Calendar days as columns: training days and the added day off alone, consecutive days off share a narrow one. */
export function axisColumns(days: readonly AxisDay[]): AxisColumn[] {
  const columns: AxisColumn[] = []
  for (const day of days) {
    const last = columns.at(-1)
    const narrow = day.off !== undefined && day.added !== true
    if (narrow && last?.width === 'off') columns[columns.length - 1] = { width: 'off', days: [...last.days, day] }
    else columns.push({ width: narrow ? 'off' : 'day', days: [day] })
  }
  return columns
}

/** CSS grid line of a date (1 is the left edge); null if it is not on the axis. */
export function axisLine(columns: readonly AxisColumn[], date: PlainDate): number | null {
  const index = columns.findIndex(column => column.days.some(day => day.date === date))
  return index < 0 ? null : index + 1
}
