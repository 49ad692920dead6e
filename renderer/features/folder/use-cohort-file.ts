import { useState } from 'react'
import type { PaperKey } from '../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import type { ScanPlace } from '../../../shared/features/folder/contract.ts'
import { api, client, useCommand, useRead } from '../../app/client.ts'

/** All papers of a class in one PDF, made as a background task with progress and cancel. */
export function useCohortFile(code: string) {
  const make = useCommand(api.folder.makeFile)
  const [ticket, setTicket] = useState<string | null>(null)
  const [made, setMade] = useState<{ file: File; pages: number; warnings: string[] } | null>(null)
  const progress = useRead(api.folder.progress, ticket !== null && make.pending ? { ticket } : null, {
    refetchInterval: 250,
  })
  return {
    pending: make.pending,
    progress: (make.pending ? progress.data : null) ?? null,
    error: make.domainError?.code === 'file_cancelled' ? null : make.error,
    made,
    async make(size: PaperSize | null, scanPlace: ScanPlace, keys: PaperKey[] | null = null): Promise<void> {
      const own = crypto.randomUUID()
      setTicket(own)
      const done = await make.run({ code, size, scanPlace, keys, ticket: own })
      if (done) setMade(done.output)
    },
    async cancel(): Promise<void> {
      if (ticket !== null) await client.folder.cancel({ ticket })
    },
    close: () => setMade(null),
  }
}

export type CohortFile = ReturnType<typeof useCohortFile>
