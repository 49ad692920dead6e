import type { KeyGridColumn } from '../grid/key-grid-types.ts'
import type { RailDay, RailGap } from './rail-day.ts'
import { gapKind, RailDayFace, RailGapFace } from './rail-faces.tsx'
import { daySentence } from './rail-format.ts'
import { railColumns } from './rail-layout.ts'

const widths = { day: '2.3125rem', weekend: '0.5rem', off: '1rem', fold: '1.75rem' }

/** The rail as the head of a KeyGrid: one column for each day (key: its number), hatched columns between. */
export function railGridColumns(days: readonly RailDay[], gaps: readonly RailGap[]): KeyGridColumn[] {
  return railColumns(days, gaps).map(column =>
    column.type === 'day'
      ? {
          key: String(column.day.n),
          label: daySentence(column.day),
          head: <RailDayFace day={column.day} size="M" title={daySentence(column.day)} />,
          width: widths.day,
          ...(column.day.state === 'today' ? { tone: 'today' as const } : {}),
        }
      : {
          key: column.gaps[0]?.date ?? '',
          gap: gapKind(column),
          head: <RailGapFace column={column} size="M" />,
          width: widths[column.width],
        },
  )
}
