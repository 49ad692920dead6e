import { useState } from 'react'
import type { ScanReceipt } from '../../../shared/features/scan/contract.ts'
import { api, client, useCommand, useRead } from '../../app/client.ts'

/** Uploads scans one after the other, with progress and cancel. */
export function useScanReading() {
  const reader = useCommand(api.scan.read)
  const [ticket, setTicket] = useState<string | null>(null)
  const progress = useRead(api.scan.progress, ticket !== null && reader.pending ? { ticket } : null, {
    refetchInterval: 300,
  })
  return {
    pending: reader.pending,
    progress: (reader.pending ? progress.data : null) ?? null,
    error: reader.domainError?.code === 'scan_cancelled' ? null : reader.error,
    async take(file: File): Promise<ScanReceipt | null> {
      // Identifies one background task; not a secret.
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
