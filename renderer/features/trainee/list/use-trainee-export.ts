import { useState } from 'react'
import { api, client, useRead } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'

type Input = Omit<Parameters<typeof api.trainee.exportList.call>[0], 'ticket'>

/** Exports the list as a workbook in the background, with progress and cancel. */
export function useTraineeExport() {
  const make = useFileCommand(api.trainee.exportList)
  const [ticket, setTicket] = useState<string | null>(null)
  const [stopped, setStopped] = useState(false)
  const progress = useRead(api.trainee.exportProgress, ticket !== null && make.pending ? { ticket } : null, {
    refetchInterval: 200,
  })
  return {
    /** Null while a short list is written, before there is progress. */
    progress: (make.pending ? progress.data : null) ?? null,
    error: stopped ? null : make.error,
    async run(input: Input): Promise<void> {
      const own = crypto.randomUUID()
      setTicket(own)
      setStopped(false)
      await make.run({ ...input, ticket: own })
    },
    async cancel(): Promise<void> {
      setStopped(true)
      if (ticket !== null) await client.trainee.cancelExport({ ticket })
    },
  }
}

export type TraineeExport = ReturnType<typeof useTraineeExport>
