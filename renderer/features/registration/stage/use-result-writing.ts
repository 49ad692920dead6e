import { useState } from 'react'
import type { Registration, ResultEntry } from '../../../../shared/features/registration/contract.ts'
import { api } from '../../../app/client.ts'
import { useSession } from '../../../app/session.tsx'
import { useCommand } from '../../../app/use-command.ts'
import { useSerial } from '../../../app/use-serial.ts'
import { useUndo } from '../../../app/use-undo.ts'
import type { Action } from '../../../ui/action/action.ts'
import { useActions } from '../../../ui/action/use-actions.ts'
import type { KeyGridWrite } from '../../../ui/grid/key-grid.tsx'
import { stageWrites } from './stage-writes.ts'

/** Stores what is typed at once, and takes it back by Ctrl Z. */
export function useResultWriting(registration: Registration) {
  const { now } = useSession()
  const save = useCommand(api.registration.saveResults)
  const serial = useSerial()
  const undo = useUndo()
  const [left, setLeft] = useState<readonly string[]>([])
  const [savedAt, setSavedAt] = useState<string | null>(null)

  async function send(entries: ResultEntry[]) {
    const stored = await serial(() => save.run({ id: registration.id, entries }))
    if (stored) setSavedAt(now)
    return stored
  }
  async function write(changes: readonly KeyGridWrite[], _how: string, outside: readonly string[]) {
    const { entries, before, left: unread } = stageWrites(changes, registration.applicants)
    setLeft([...unread, ...outside.map(text => `“${text}”`)])
    if (entries.length === 0) return
    if (await send(entries)) undo.push({ undo: () => send(before), redo: () => send(entries) })
  }
  const takeBack: Action = { label: 'Urungkan', keys: 'Ctrl Z', run: undo.undo }
  const again: Action = { label: 'Ulangi', keys: 'Ctrl Y', run: undo.redo }
  useActions([takeBack, again])
  return {
    error: save.error,
    left,
    forgetLeft: () => setLeft([]),
    savedAt,
    undo: takeBack,
    handlers: {
      onWrite: (changes: readonly KeyGridWrite[], how: string, outside: readonly string[]) =>
        void write(changes, how, outside),
      onUndo: () => void undo.undo(),
      onRedo: () => void undo.redo(),
    },
  }
}
