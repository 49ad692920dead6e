import type { useRouter } from '@tanstack/react-router'
import type { Action } from '../../ui/action/action.ts'

export function newTraineeAction(router: ReturnType<typeof useRouter>): Action {
  return {
    label: 'Peserta baru',
    needs: 'trainee.change',
    keys: 'Alt B',
    run: () => router.history.push('/peserta/baru'),
  }
}
