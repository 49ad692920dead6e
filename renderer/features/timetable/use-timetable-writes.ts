import { useEffect, useRef, useState } from 'react'
import type { Timetable, TimetableBlock, TimetableDay } from '../../../shared/features/timetable/contract.ts'
import { api, useCommand } from '../../app/client.ts'
import { useSharedCommand } from '../../app/desk/use-shared-command.tsx'
import { useSerial } from '../../app/use-serial.ts'
import type { UndoStack } from '../../app/use-undo.ts'
import { toast } from '../../ui/feedback/toast.ts'
import { laidDays, openRow, piecesOf } from './open-row.ts'

/** The commands of a timetable, each with undo in the message and by Ctrl Z. */
export function useTimetableWrites(
  code: string,
  timetable: Timetable,
  readAt: number,
  undo: UndoStack,
  onClock: () => void,
) {
  const arrange = useSharedCommand(api.timetable.arrange, {
    whole: true,
    label: ({ row = '' }) => row,
    format: () => 'susunan lain',
  })
  const layAgain = useCommand(api.timetable.layAgain)
  const setClock = useSharedCommand(api.timetable.setClock, {
    whole: true,
    label: ({ field }) => clockLabels[field] ?? field,
    format: (_, value) => formatClockValue(value),
    onStored: onClock,
  })
  const serial = useSerial()
  const steps = useRef(0)
  // The placed blocks stay on screen until they have been read back.
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
  async function lay(blocks: TimetableBlock[], seen: TimetableBlock[] | null) {
    setSettling({ blocks, since: readAt })
    const stored = await serial(() => arrange.run({ code, blocks, seen }))
    if (!stored) setSettling(null)
    return stored
  }

  const days = settling ? laidDays<TimetableDay>(timetable.days, settling.blocks) : timetable.days

  return {
    days,
    error: arrange.error ?? layAgain.error,
    clockError: setClock.error,
    choice: arrange.choice,
    clockChoice: setClock.choice,
    async arrange(before: TimetableBlock[], after: TimetableBlock[], words: string) {
      if (await lay(after, before)) done(words, { undo: () => lay(before, after), redo: () => lay(after, before) })
    },
    async layAgain() {
      const before = openRow(piecesOf(days))
      const again = () => serial(() => layAgain.run({ code }))
      if (await again()) done('Disusun ulang dari kurikulum.', { undo: () => lay(before, null), redo: again })
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
      const store = (clock: typeof after, seen: typeof after) => serial(() => setClock.run({ code, clock, seen }))
      if (!(await store(after, before))) return false
      done('Jam kelas disimpan.', { undo: () => store(before, after), redo: () => store(after, before) })
      return true
    },
  }
}

const clockLabels: Readonly<Record<string, string>> = {
  ordinary: 'Jam hari biasa',
  friday: 'Jam hari Jumat',
  ramadan: 'Jam bulan puasa',
  fasting: 'Tanggal puasa',
}

/** '08.00, 45 menit per JP, 2 istirahat'; for the fasting month its dates. */
function formatClockValue(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const clock = value as Partial<TimetableClock & { from: string; until: string }>
  if (clock.from !== undefined) return `${clock.from} s.d. ${clock.until}`
  return `${clock.startTime?.replace(':', '.')}, ${clock.minutesPerHour} menit per JP, ${clock.breaks?.length ?? 0} istirahat`
}

type TimetableClock = Timetable['clock']['ordinary']
