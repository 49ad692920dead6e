import type { Registration } from '../../../../shared/features/registration/contract.ts'
import { hundredths } from '../../../../shared/kernel/number-format.ts'
import { api } from '../../../app/client.ts'
import { useSharedCommand } from '../../../app/desk/use-shared-command.tsx'
import { useSavingGrid } from '../../../app/grid/use-saving-grid.ts'
import { stageWrites } from './stage-writes.ts'

/** Stores what is typed at once, and takes it back by Ctrl Z. */
export function useResultWriting({ id, applicants }: Registration) {
  const save = useSharedCommand(api.registration.saveResults, {
    label: ({ row, field }) => [row, resultLabels[field] ?? field].join(', '),
    format: ({ field }, value) => (typeof value === 'number' && field !== 'priority' ? hundredths(value) : undefined),
  })
  const grid = useSavingGrid(
    changes => stageWrites(changes, applicants),
    (entries, seen) => save.run({ id, entries, seen }),
  )
  return { ...grid, error: save.error, choice: save.choice }
}

const resultLabels: Readonly<Record<string, string>> = {
  priority: 'prioritas',
  administration: 'administrasi',
  test: 'tes',
  interview: 'wawancara',
}
