import { useEffect, useRef, useState } from 'react'
import type { Timetable, TimetableBlock, TimetableDay } from '../../../shared/features/timetable/contract.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { useSerial } from '../../app/use-serial.ts'
import type { UndoStack } from '../../app/use-undo.ts'
import { toast } from '../../ui/feedback/toast.ts'
import { laidDays, openRow, piecesOf } from './open-row.ts'

/** The commands of a timetable, each with its way back: in the message, and by Ctrl Z. */
export function useTimetableWrites(code: string, timetable: Timetable, readAt: number, undo: UndoStack) {
  const arrange = useCommand(api.timetable.arrange)
  const layAgain = useCommand(api.timetable.layAgain)
  const setClock = useCommand(api.timetable.setClock)
  const serial = useSerial()
  const steps = useRef(0)
  // What was put down stays on screen until it has been read again.
  const [settling, setSettling] = useState<{ blocks: TimetableBlock[]; since: number } | null>(null)
  useEffect(() => {
    setSettling(now => (now && readAt !== now.since ? null : now))
  }, [readAt])

  function done(words: string, step: { undo: () => Promise<unknown>; redo: () => Promise<unknown> }) {
    undo.push(step)
    steps.current += 1
    const mark = steps.current
    toast(words, {
      onUndo: () =>
        mark === steps.current ? undo.undo() : toast('Sesudahnya ada perubahan lain. Urungkan dengan Ctrl Z.'),
    })
  }
  async function lay(blocks: TimetableBlock[]) {
    setSettling({ blocks, since: readAt })
    const stored = await serial(() => arrange.run({ code, blocks }))
    if (!stored) setSettling(null)
    return stored
  }

  return {
    days: settling ? laidDays<TimetableDay>(timetable.days, settling.blocks) : timetable.days,
    error: arrange.error ?? layAgain.error,
    clockError: setClock.error,
    async arrange(before: TimetableBlock[], after: TimetableBlock[], words: string) {
      if (await lay(after)) done(words, { undo: () => lay(before), redo: () => lay(after) })
    },
    async layAgain() {
      const before = openRow(piecesOf(timetable.days))
      const again = () => serial(() => layAgain.run({ code }))
      if (await again()) done('Disusun ulang dari kurikulum.', { undo: () => lay(before), redo: again })
    },
    async setClock(after: Parameters<typeof setClock.run>[0]['clock']): Promise<boolean> {
      const kept = timetable.clock
      const copy = (day: (typeof kept)['ordinary']) => ({ ...day, breaks: [...day.breaks] })
      const before = {
        ordinary: copy(kept.ordinary),
        friday: copy(kept.friday),
        ramadan: copy(kept.ramadan),
        fasting: kept.fasting,
      }
      const store = (clock: typeof after) => serial(() => setClock.run({ code, clock }))
      if (!(await store(after))) return false
      done('Jam kelas disimpan.', { undo: () => store(before), redo: () => store(after) })
      return true
    },
  }
}
