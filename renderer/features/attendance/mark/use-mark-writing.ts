import { useRef, useState } from 'react'
import type { AttendanceGrid, MarkEntry } from '../../../../shared/features/attendance/contract.ts'
import { api } from '../../../app/client.ts'
import { useCommand } from '../../../app/use-command.ts'
import { useSerial } from '../../../app/use-serial.ts'
import type { UndoStack } from '../../../app/use-undo.ts'

interface MarkWriting {
  /** Stores marks; those of a closed day wait until the reason is given. */
  store: (entries: MarkEntry[], before: MarkEntry[]) => Promise<boolean>
  /** Puts cells back as they were, without a step of its own. */
  restore: (entries: MarkEntry[]) => Promise<boolean>
  /** Closed days whose reason is being asked; null when nothing waits. */
  asked: number[] | null
  answer: (reason: string) => Promise<boolean>
  cancel: () => void
  error: string | null
  clear: () => void
}

type Waiting = { entries: MarkEntry[]; before: MarkEntry[]; days: number[] }

/**
 * Writes marks as one step of undo. The reason for changing a closed day is asked once a day and visit: who corrects a
 * column need not say it for every cell.
 */
export function useMarkWriting(grid: AttendanceGrid, undo: UndoStack, onStored: () => void): MarkWriting {
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const mark = useCommand(api.attendance.mark)
  const serial = useSerial()
  const reasons = useRef(new Map<number, string>())

  async function send(marks: MarkEntry[]): Promise<boolean> {
    const days = closedDays(grid, marks)
    const reason = days.map(n => reasons.current.get(n)).find(text => text !== undefined) ?? null
    const stored = await serial(() => mark.run({ code: grid.code, marks, reason }))
    if (stored) onStored()
    return stored !== undefined
  }
  async function storeNow(entries: MarkEntry[], before: MarkEntry[]) {
    const stored = await send(entries)
    if (stored) undo.push({ undo: () => send(before), redo: () => send(entries) })
    return stored
  }

  return {
    async store(entries, before) {
      if (entries.length === 0) return false
      const days = closedDays(grid, entries).filter(n => !reasons.current.has(n))
      if (days.length === 0) return storeNow(entries, before)
      setWaiting({ entries, before, days })
      return false
    },
    restore: send,
    asked: waiting?.days ?? null,
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
  }
}

function closedDays(grid: AttendanceGrid, entries: readonly MarkEntry[]): number[] {
  return [...new Set(entries.map(entry => entry.n))].filter(n => grid.days[n - 1]?.closed)
}
