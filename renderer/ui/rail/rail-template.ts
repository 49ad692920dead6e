import type { RailColumn } from './rail-layout.ts'

const tracks = {
  day: 'minmax(var(--rail-day-min), var(--rail-day))',
  weekend: 'var(--rail-weekend)',
  off: 'var(--rail-off)',
  fold: 'var(--rail-fold)',
}

/** CSS grid tracks of a row; widths are variables by size (rail.module.css). */
export function railTemplate(columns: readonly RailColumn[]): string {
  return columns.map(column => tracks[column.type === 'day' ? 'day' : column.width]).join(' ')
}
