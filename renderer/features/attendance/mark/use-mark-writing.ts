import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { AttendanceGrid, MarkEntry } from '../../../../shared/features/attendance/contract.ts'
import { markLabel, marks } from '../../../../shared/features/attendance/mark.ts'
import { enrolmentId } from '../../../../shared/ids.ts'
import { api } from '../../../app/client.ts'
import { useOnTheWay } from '../../../app/desk/on-the-way.ts'
import { useSharedCommand } from '../../../app/desk/use-shared-command.tsx'
import type { UndoStack } from '../../../app/use-undo.ts'
import type { KeyGridProps, KeyGridRow } from '../../../ui/grid/key-grid.tsx'
import { withMarks } from './mark-writes.ts'

interface MarkWriting extends Required<Pick<KeyGridProps<KeyGridRow>, 'waiting' | 'questions'>> {
  /** The grid with unsaved marks applied. */
  grid: AttendanceGrid
  /** Stores marks; those of a closed day wait until a reason is given. */
  store: (entries: MarkEntry[], before: MarkEntry[]) => Promise<boolean>
  /** Restores cells without adding an undo step. */
  restore: (entries: MarkEntry[]) => Promise<boolean>
  /** The question about cells that another person has changed meanwhile. */
  choice: ReactNode
  /** Closed days for which a reason is asked; null when none. */
  closed: number[] | null
  answer: (reason: string) => Promise<boolean>
  cancel: () => void
  error: string | null
  clear: () => void
  /** Marks that were refused because another person had closed the day meanwhile. */
  late: LateMarks | null
  /** Asks for the reason to write the late marks nevertheless. */
  askForLate: () => void
  dropLate: () => void
}

type LateMarks = { n: number; by: string; entries: MarkEntry[] }

type Waiting = { entries: MarkEntry[]; before: MarkEntry[]; days: number[] }

/**
 * Writes marks as one undo step. The reason for changing a closed day is asked once per day and visit, so that correcting a column does not ask for
 * every cell.
 */
export function useMarkWriting(stored: AttendanceGrid, undo: UndoStack, onStored: () => void): MarkWriting {
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const [late, setLate] = useState<LateMarks | null>(null)
  const mark = useSharedCommand(api.attendance.mark, {
    onStored,
    refused(why, { marks }) {
      if (why.code !== 'day_closed') return false
      // Closed by another person after this page had read it: the marks are not lost.
      const { n, by } = why
      const entries = marks.map(one => ({ ...one, enrolmentId: enrolmentId.parse(one.enrolmentId) }))
      setLate(before => ({ n, by, entries: [...(before?.n === n ? before.entries : []), ...entries] }))
      return true
    },
    format: (_, value) => formatShownMark(value),
    columnOf: field => field.replace(/^hari ke-/, ''),
  })
  const way = useOnTheWay<MarkEntry>(`marks ${stored.code}`, stored)
  const grid = useMemo(() => ({ ...stored, rows: withMarks(stored.rows, way.entries) }), [stored, way.entries])
  const reasons = useRef(new Map<number, string>())

  async function send(marks: MarkEntry[], seen: MarkEntry[] | null = null): Promise<boolean> {
    const days = closedDays(grid, marks)
    const reason = days.map(n => reasons.current.get(n)).find(text => text !== undefined) ?? null
    const cells = marks.map(({ enrolmentId, n }) => [enrolmentId, n] as const)
    return (await way.send(marks, cells, () => mark.run({ code: grid.code, marks, reason, seen }))) !== undefined
  }
  async function storeNow(entries: MarkEntry[], before: MarkEntry[]) {
    const stored = await send(entries, before)
    if (stored) undo.push({ undo: () => send(before, entries), redo: () => send(entries, before) })
    return stored
  }

  return {
    grid,
    waiting: way.waiting,
    questions: mark.questions,
    async store(entries, before) {
      if (entries.length === 0) return false
      const days = closedDays(grid, entries).filter(n => !reasons.current.has(n))
      if (days.length === 0) return storeNow(entries, before)
      setWaiting({ entries, before, days })
      return false
    },
    restore: entries => send(entries),
    choice: mark.choice,
    closed: waiting?.days ?? null,
    async answer(reason) {
      if (!waiting) return false
      for (const n of waiting.days) reasons.current.set(n, reason)
      const stored = await storeNow(waiting.entries, waiting.before)
      if (stored) setWaiting(null)
      return stored
    },
    cancel() {
      mark.clear()
      setWaiting(null)
    },
    error: mark.error,
    clear: mark.clear,
    late,
    askForLate() {
      if (!late) return
      setWaiting({ entries: late.entries, before: late.entries.map(entry => storedEntry(grid, entry)), days: [late.n] })
      setLate(null)
    },
    dropLate: () => setLate(null),
  }
}

/** What a cell holds now. */
function storedEntry(grid: AttendanceGrid, { enrolmentId, n }: MarkEntry): MarkEntry {
  const cell = grid.rows.find(row => row.enrolmentId === enrolmentId)?.cells[n - 1]
  return { enrolmentId, n, mark: cell?.mark ?? null, arrivedAt: cell?.arrivedAt ?? null, note: cell?.note ?? '' }
}

/** A mark as shown in a question; '' when there is none. */
export function formatShownMark(value: unknown): string {
  const mark = typeof value === 'object' && value !== null && 'mark' in value ? value.mark : value
  const known = marks.find(one => one === mark)
  return known ? markLabel(known) : 'kosong'
}

function closedDays(grid: AttendanceGrid, entries: readonly MarkEntry[]): number[] {
  return [...new Set(entries.map(entry => entry.n))].filter(n => grid.days[n - 1]?.closed)
}
