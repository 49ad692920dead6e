import { Flex, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconCircleX, IconUserExclamation } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import { formatAbsence } from '../../../shared/features/attendance/absence.ts'
import { daysNeeded, formatOutlook, type Outlook } from '../../../shared/features/attendance/attendance.ts'
import type { AttendanceGrid } from '../../../shared/features/attendance/contract.ts'
import { isMemberOn } from '../../../shared/features/cohort/membership.ts'
import { MarkChip } from '../../ui/board/mark-chip.tsx'
import {
  KeyGrid,
  type KeyGridColumn,
  type KeyGridFace,
  type KeyGridHandle,
  type KeyGridProps,
  type KeyGridSideColumn,
} from '../../ui/grid/key-grid.tsx'
import { isGap } from '../../ui/grid/key-grid-types.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { railGridColumns } from '../../ui/rail/rail-grid-columns.tsx'
import { formatLeft } from '../cohort/leave-labels.ts'
import { railDays, railGaps } from '../cohort/rail-days.ts'
import styles from './attendance-board.module.css'
import { attendanceRows, formatCell, type GridRow, presentOn } from './attendance-rows.ts'
import type { ExceptionReading } from './exception-reading.ts'

interface AttendanceBoardProps
  extends Pick<KeyGridProps<GridRow>, 'onWrite' | 'onUndo' | 'onRedo' | 'waiting' | 'questions'> {
  grid: AttendanceGrid
  /** Number of the day in the line above; its column is tinted. */
  day: number
  /** Enrolment whose cell of that day has the cursor at first. */
  person: number | undefined
  /** What the line would store, shown dashed in its column. */
  pending: ExceptionReading | null
  /** Why the class is read-only. */
  locked: string | undefined
  onDay: (n: number) => void
  /** F2: arrival, note and history of a cell. */
  onNote: (enrolmentId: number, n: number) => void
}

/** All days of all people below the rail, with totals at the right. */
export function AttendanceBoard({
  grid,
  day,
  person,
  pending,
  locked,
  onDay,
  onNote,
  ...handlers
}: AttendanceBoardProps) {
  const handle = useRef<KeyGridHandle>(null)
  useEffect(() => {
    if (person !== undefined) handle.current?.goTo(person, String(day))
  }, [person, day])
  const marked = useMemo(
    () => new Map(pending?.exceptions.map(({ trainee, mark }) => [trainee.enrolmentId, mark])),
    [pending],
  )
  const rows = useMemo(() => attendanceRows(grid, pending && { n: day, marks: marked }), [grid, pending, day, marked])
  const columns = useMemo(
    () => railGridColumns(railDays(grid.days, grid.today), railGaps(grid.skipped)).map(column => tinted(column, day)),
    [grid, day],
  )
  const needed = daysNeeded(grid.minimumAttendance, grid.days.length)

  function cell(row: GridRow, columnKey: string): KeyGridFace {
    const n = Number(columnKey)
    const planned = grid.days[n - 1]
    const value = row.cells[n - 1] ?? null
    const outside = isMemberOn(row, n) ? undefined : domainErrorMessage({ code: 'not_a_member', name: row.name, n })
    const future =
      planned && planned.date > grid.today
        ? domainErrorMessage({ code: 'day_in_future', n, date: planned.date })
        : undefined
    const writes = n === day && pending ? marked.get(row.enrolmentId) : undefined
    return {
      face: outside ? (
        <span className={layout.faint}>–</span>
      ) : writes ? (
        <MarkChip mark={writes} pending cell />
      ) : n === day && pending && value === null ? (
        <MarkChip mark="H" cell />
      ) : value ? (
        <span
          className={styles.marked}
          data-noted={value.note || value.arrivedAt || value.letter !== null ? true : undefined}
        >
          <MarkChip mark={value.mark} cell />
          {value.corrected && <span className={styles.corrected} title="Pernah diubah setelah ditutup" />}
        </span>
      ) : null,
      text: value ? [value.mark, value.arrivedAt ?? ''].join(' ').trim() : '',
      spoken: outside ? 'tidak ikut' : formatCell(value),
      locked: locked ?? outside ?? future,
    }
  }

  const before: KeyGridSideColumn<GridRow>[] = [
    { key: 'no', head: 'No', width: '2.625rem', align: 'end', cell: row => row.position },
    {
      key: 'name',
      head: 'Nama peserta',
      width: 'clamp(9.5rem, 13.4vw, 20rem)',
      names: true,
      cell: row => <span title={row.name}>{row.name}</span>,
    },
  ]
  const after: KeyGridSideColumn<GridRow>[] = [
    { key: 'present', head: 'H', width: '2.5rem', align: 'end', cell: row => <b>{row.present}</b> },
    { key: 'percent', head: `% dari ${grid.days.length}`, width: '4.5rem', align: 'end', cell: row => row.percent },
    {
      key: 'outlook',
      head: `Batas ${needed} hari`,
      spare: true,
      cell: row => (row.left ? formatLeft(row.left.kind) : <RowOutlook row={row} needed={needed} />),
    },
  ]

  return (
    <Panel flush fill label="Tanda kehadiran">
      <KeyGrid
        label="Kehadiran peserta tiap hari"
        rows={rows}
        columns={columns}
        before={before}
        after={after}
        cell={cell}
        entry={{ kind: 'letters', letters: 'HSIAT' }}
        onNote={(row, column) => onNote(row.enrolmentId, Number(column))}
        foot={{ label: 'Hadir per hari', value: column => presentOn(grid.rows, Number(column)) }}
        onHead={column => onDay(Number(column))}
        startColumn={String(day)}
        handle={handle}
        {...handlers}
      />
    </Panel>
  )
}

/** Tints the column of the day in the line above; today keeps its own colour. */
function tinted(column: KeyGridColumn, chosen: number): KeyGridColumn {
  return isGap(column) || column.tone || Number(column.key) !== chosen ? column : { ...column, tone: 'chosen' }
}

/** Consecutive Alpa is shown first: it may end the enrolment sooner than the percentage. */
function RowOutlook({ row, needed }: { row: GridRow; needed: number }) {
  const { absence, outlook, stillPossible } = row
  if (!outlook) return null
  const words = { outlook, stillPossible, needed }
  if (!absence) return <OutlookText {...words} />
  return (
    <Flex
      component="span"
      className={layout.oneLine}
      display="inline-flex"
      gap="0.625rem"
      title={`${formatAbsence(absence)}; ${formatOutlook(outlook, stillPossible, needed)}`}
    >
      <span className={styles.lost}>
        <IconUserExclamation size={14} aria-hidden /> Alpa {absence.days}×
      </span>
      <span className={layout.detail}>{shortOutlook(outlook, stillPossible)}</span>
    </Flex>
  )
}

/** Beside the Alpa sign there is room for two words. */
function shortOutlook(outlook: Outlook, stillPossible: number): string {
  switch (outlook.kind) {
    case 'reached':
      return 'cukup'
    case 'can_miss':
      return `sisa ${outlook.days}`
    case 'must_attend_all':
      return 'sisa 0'
    case 'out_of_reach':
      return `paling banyak ${stillPossible}`
  }
}

interface OutlookWordsProps {
  outlook: Outlook
  stillPossible: number
  needed: number
}

function OutlookText({ outlook, stillPossible, needed }: OutlookWordsProps) {
  switch (outlook.kind) {
    case 'reached':
      return <span className={layout.ok}>Sudah cukup</span>
    case 'can_miss':
      return <span className={layout.detail}>boleh absen {outlook.days}</span>
    case 'must_attend_all':
      return (
        <span className={styles.tight}>
          <IconAlertTriangle size={14} aria-hidden /> Tak boleh absen
        </span>
      )
    case 'out_of_reach':
      return (
        <span className={styles.lost}>
          <IconCircleX size={14} aria-hidden /> Paling banyak {stillPossible} hari
          <VisuallyHidden>dari {needed} hari yang perlu</VisuallyHidden>
        </span>
      )
  }
}
