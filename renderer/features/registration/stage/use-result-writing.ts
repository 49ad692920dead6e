import type { Registration } from '../../../../shared/features/registration/contract.ts'
import { api } from '../../../app/client.ts'
import { useSavingGrid } from '../../../app/grid/use-saving-grid.ts'
import { useCommand } from '../../../app/use-command.ts'
import { stageWrites } from './stage-writes.ts'

/** Stores what is typed at once, and takes it back by Ctrl Z. */
export function useResultWriting({ id, applicants }: Registration) {
  const save = useCommand(api.registration.saveResults)
  const grid = useSavingGrid(
    changes => stageWrites(changes, applicants),
    entries => save.run({ id, entries }),
  )
  return { ...grid, error: save.error }
}
