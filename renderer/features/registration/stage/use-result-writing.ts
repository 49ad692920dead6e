import type { Registration } from '../../../../shared/features/registration/contract.ts'
import { hundredths } from '../../../../shared/kernel/number-format.ts'
import { api } from '../../../app/client.ts'
import { layOver } from '../../../app/desk/on-the-way.ts'
import { useSharedCommand } from '../../../app/desk/use-shared-command.tsx'
import { useSavingGrid } from '../../../app/grid/use-saving-grid.ts'
import { type ResultColumn, stageWrites, withResults } from './stage-writes.ts'

/** Stores each entry at once, with undo by Ctrl Z. @param shown the column on the page */
export function useResultWriting({ id, applicants }: Registration, shown: ResultColumn) {
  const save = useSharedCommand(api.registration.saveResults, {
    label: ({ row, field }) => [row, resultLabels[field] ?? field].join(', '),
    format: ({ field }, value) => (typeof value === 'number' && field !== 'priority' ? hundredths(value) : undefined),
    columnOf: field => (field.toUpperCase() === shown.toUpperCase() ? shown : undefined),
  })
  const grid = useSavingGrid({
    grid: `results ${id}`,
    rows: applicants,
    read: stageWrites,
    save: (entries, seen) => save.run({ id, entries, seen }),
    lay: (rows, entries) => layOver(rows, entries, (row, entry) => row.id === entry.applicantId, withResults),
  })
  return {
    ...grid,
    handlers: { ...grid.handlers, questions: save.questions },
    error: save.error,
    choice: save.choice,
  }
}

const resultLabels: Readonly<Record<string, string>> = {
  priority: 'prioritas',
  administration: 'administrasi',
  test: 'tes',
  interview: 'wawancara',
}
