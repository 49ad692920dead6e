import { IconUsersMinus } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { api, useRead } from '../../../app/client.ts'
import { type Action, useActions, useMayRun } from '../../../ui/action/action.ts'

/** The way to possible duplicates, and the number of pairs for those who may decide about them. */
export function useDuplicates(): { open: Action; likely: number } {
  const router = useRouter()
  const mayRun = useMayRun()
  const { data } = useRead(api.duplicate.counts, {})
  const open: Action = {
    label: 'Data ganda',
    hint: 'data ganda',
    needs: 'trainee.change',
    keys: 'Alt G',
    icon: IconUsersMinus,
    run: () => router.history.push('/peserta/ganda'),
  }
  useActions([open])
  return { open, likely: mayRun(open) ? (data?.likely ?? 0) : 0 }
}
