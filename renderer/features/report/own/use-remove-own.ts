import { useQuery } from '@tanstack/react-query'
import { api } from '../../../app/client.ts'
import { useCommand } from '../../../app/use-command.ts'

/** Deletes a saved report; the message offers undo. */
export function useRemoveOwn() {
  const saved = useQuery(api.report.saved.queryOptions({ input: {} }))
  const remove = useCommand(api.report.removeOwn, {
    done: () => 'Laporan tersimpan dihapus.',
    async undo(_, { id }) {
      const gone = saved.data?.find(one => one.id === id)
      if (gone) await api.report.saveOwn.call({ name: gone.name, choice: gone.choice })
    },
  })
  return remove.run
}
