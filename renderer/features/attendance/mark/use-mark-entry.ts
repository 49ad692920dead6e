import { useState } from 'react'
import type { AttendanceGrid, MarkEntry } from '../../../../shared/features/attendance/contract.ts'
import { useSession } from '../../../app/client.ts'
import { useUndo } from '../../../app/use-undo.ts'
import { toast } from '../../../ui/feedback/toast.ts'
import type { KeyGridWrite, WriteHow } from '../../../ui/grid/key-grid.tsx'
import { markWrites } from './mark-writes.ts'
import { useMarkWriting } from './use-mark-writing.ts'

/** Stores marks that are typed, pasted or filled into the grid, shows messages, and undoes. @param onLate called for a late mark without a time */
export function useMarkEntry(stored: AttendanceGrid, onLate: (entry: MarkEntry) => void) {
  const { now } = useSession()
  const [rejected, setRejected] = useState<readonly string[]>([])
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const undo = useUndo()
  const writing = useMarkWriting(stored, undo, () => setSavedAt(now))

  async function write(changes: readonly KeyGridWrite[], how: WriteHow, outside: readonly string[]) {
    const read = markWrites(changes, writing.grid.rows, how)
    setRejected([...read.rejected, ...outside.map(value => `“${value}”`)])
    if (read.kept > 0) toast(`${read.kept} tanda lain dalam pilihan tetap. Ketik di selnya untuk mengubah.`)
    const done = await writing.store(read.entries, read.before)
    const [only] = read.entries
    if (done && how === 'type' && only?.mark === 'T' && read.entries.length === 1 && only.arrivedAt === null)
      onLate(only)
  }
  /** Makes one undo step of marks stored by a line or a dialog. */
  function filled(before: MarkEntry[], redo: () => Promise<unknown>, words: string) {
    if (before.length === 0) return
    const takeBack = () => writing.restore(before)
    setSavedAt(now)
    undo.push({ undo: takeBack, redo })
    toast(words, { onUndo: takeBack })
  }
  return { undo, writing, rejected, forgetRejected: () => setRejected([]), savedAt, write, filled }
}
