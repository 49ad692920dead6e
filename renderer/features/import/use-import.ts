import { useState } from 'react'
import type {
  ImportProgress,
  ImportReading,
  ImportReceipt,
  ImportRequest,
} from '../../../shared/features/import/contract.ts'
import type { ImportAnswer } from '../../../shared/features/import/import-row.ts'
import { plainRequest } from '../../../shared/features/import/plain-request.ts'
import { api, client, useCommand, useRead } from '../../app/client.ts'

/** How the file is read. */
type ImportChoices = Pick<ImportRequest, 'sheet' | 'headerRow' | 'columns' | 'repairs' | 'sender'>

export interface ImportFile {
  name: string
  reading: ImportReading
  choices: ImportChoices
}

/** Reads a file of people without writing. Another sheet, other columns or a corrected NIK read it again. */
export function useImport() {
  const reader = useCommand(api.import.read)
  const runner = useCommand(api.import.run)
  const [request, setRequest] = useState<ImportRequest | null>(null)
  const [reading, setReading] = useState<ImportReading | null>(null)
  const [ticket, setTicket] = useState<string | null>(null)
  const pending = reader.pending || runner.pending
  const progress = useRead(api.import.progress, ticket !== null && pending ? { ticket } : null, {
    refetchInterval: 250,
  })

  async function read(next: ImportRequest): Promise<ImportReading | null> {
    setTicket(next.ticket)
    const done = await reader.run(next)
    if (!done) return null
    setRequest(next)
    setReading(done.output)
    return done.output
  }

  return {
    file: request && reading ? ({ name: request.file.name, reading, choices: request } satisfies ImportFile) : null,
    pending,
    progress: (pending ? progress.data : null) ?? null,
    error: cancelled(reader) ? null : (reader.error ?? (cancelled(runner) ? null : runner.error)),
    take: (file: File, sender: string) => read({ ...plainRequest(file, newTicket()), sender }),
    choose: (choices: Partial<ImportChoices>) =>
      request ? read({ ...request, ...choices, ticket: newTicket() }) : Promise.resolve(null),
    async run(answers: readonly ImportAnswer[]): Promise<ImportReceipt | null> {
      if (!request) return null
      const again = { ...request, ticket: newTicket() }
      setTicket(again.ticket)
      const done = await runner.run({ ...again, answers: [...answers] })
      return done?.output ?? null
    },
    async cancel() {
      if (ticket !== null) await client.import.cancel({ ticket })
    },
    drop() {
      setRequest(null)
      setReading(null)
      reader.clear()
      runner.clear()
    },
  }
}

export type ImportWork = ReturnType<typeof useImport>
export type { ImportProgress }

function cancelled({ domainError }: { domainError: { code: string } | null }): boolean {
  return domainError?.code === 'import_cancelled'
}

/** Identifies one background task; not a secret. */
function newTicket(): string {
  return `${Date.now().toString(16)}-${Math.floor(Math.random() * 0xffffffff).toString(16)}`
}
