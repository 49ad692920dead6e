import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ScanReceipt } from '../../../shared/features/scan/contract.ts'
import { api, client } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'

/** Hands scans in, one file after the other, says how far it is, and stops it. */
export function useScanReading() {
  const reader = useCommand(api.scan.read)
  const [ticket, setTicket] = useState<string | null>(null)
  const progress = useQuery({
    ...api.scan.progress.queryOptions({ input: ticket !== null && reader.pending ? { ticket } : skipToken }),
    refetchInterval: 300,
  })
  return {
    pending: reader.pending,
    progress: (reader.pending ? progress.data : null) ?? null,
    error: reader.domainError?.code === 'scan_cancelled' ? null : reader.error,
    async take(file: File): Promise<ScanReceipt | null> {
      // Tells one piece of work from the next; nothing has to be kept secret by it.
      const next = `${Date.now().toString(16)}-${Math.floor(Math.random() * 0xffffffff).toString(16)}`
      setTicket(next)
      const done = await reader.run({ file, ticket: next })
      return done?.output ?? null
    },
    async cancel() {
      if (ticket !== null) await client.scan.cancel({ ticket })
    },
  }
}

export type ScanReading = ReturnType<typeof useScanReading>
