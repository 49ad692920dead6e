import { useEffect, useSyncExternalStore } from 'react'
import { mainDesk } from '../../../shared/features/desk/main-desk.ts'
import type { SessionStatus } from '../../../shared/features/session/contract.ts'
import { api, useCommand } from '../../app/client.ts'
import { onToast, toast, toastState } from '../../ui/feedback/toast.ts'
import { formatClock, formatMoment } from '../../ui/page/moment-format.ts'

/** Sessions that were told, so that each is told once. */
const told = new Set<string>()

/** Tells that the same person also works at another desk, and offers to end that session. Waits while another message is shown. */
export function useElsewhere({ operator, elsewhere, today }: SessionStatus, locked: boolean): void {
  const free = useSyncExternalStore(onToast, () => toastState().toast === null)
  const end = useCommand(api.access.signOutElsewhere, {
    done: (_, { desk }) =>
      `${desk} ${desk === mainDesk ? 'dikunci' : 'dikeluarkan'}. Isian di sana menunggu Anda masuk lagi.`,
  })
  const keyOf = ({ desk, since }: { desk: string; since: string }) => `${operator?.id} ${desk} ${since}`
  const next = elsewhere.find(one => !told.has(keyOf(one)))
  useEffect(() => {
    if (!next || !free || locked) return
    const { desk, since } = next
    told.add(keyOf(next))
    const clock = since.startsWith(today) ? formatClock(since) : formatMoment(since)
    toast(`Anda juga masuk di ${desk} sejak ${clock}. Bukan Anda?`, {
      link: { label: `${desk === mainDesk ? 'Kunci' : 'Keluarkan'} ${desk}`, run: () => end.run({ desk }) },
    })
  })
  useEffect(() => {
    if (end.error !== null) toast(end.error, { refused: true })
  }, [end.error])
}
