import { useRouter } from '@tanstack/react-router'
import { reachOf } from '../../../shared/features/access/access-matrix.ts'
import type { JoinedChange } from '../../../shared/kernel/seen.ts'
import { toast } from '../../ui/feedback/toast.ts'
import { useSession } from '../session.tsx'
import { clockOfChange, firstNameOf } from './changed.ts'

/**
 * Tells whose change was joined with what was saved, and leads to it in the history. Roles that see only their own acts get no link.
 */
export function useTellJoined(): (joined: JoinedChange, labelOf: (field: string) => string, opening?: string) => void {
  const router = useRouter()
  const { operator } = useSession()
  const reach = reachOf(operator.roles, 'history.see')
  return (joined, labelOf, opening = 'Digabung') => {
    const { by, at, act, fields } = joined
    const name = firstNameOf(joined)
    const day = at.slice(0, 10)
    const path = `/pengaturan/riwayat?sejak=${day}&sampai=${day}&tindakan=${act}`
    const opens = act !== null && reach !== null && (reach !== 'mine' || by === operator.name)
    toast(
      `${opening} dengan perubahan ${name} ${clockOfChange(joined)}: ${fields.map(labelOf).join(', ')}.`,
      opens ? { link: { label: `Buka perubahan ${name}`, run: () => router.history.push(path) } } : {},
    )
  }
}
