import { api, useCommand, useRead } from '../../../app/client.ts'

/** Deletes a saved report; the message offers undo. */
export function useRemoveOwn() {
  const saved = useRead(api.report.saved, {})
  const remove = useCommand(api.report.removeOwn, {
    done: () => 'Laporan tersimpan dihapus.',
    async undo(_, { id }) {
      const gone = saved.data?.find(one => one.id === id)
      if (gone) await api.report.saveOwn.call({ name: gone.name, choice: gone.choice })
    },
  })
  return remove.run
}
