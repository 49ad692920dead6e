import { useState } from 'react'
import type { ImportReading } from '../../../shared/features/trainee/contract.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'

export interface Workbook {
  fileName: string
  reading: ImportReading
}

/** A workbook of people: read first, nothing is written. */
export function useWorkbook() {
  const reader = useCommand(api.trainee.readWorkbook)
  const [file, setFile] = useState<File | null>(null)
  const [reading, setReading] = useState<ImportReading | null>(null)

  async function read(next: File, sheet: string | null) {
    const done = await reader.run({ file: next, sheet })
    if (!done) return
    setFile(next)
    setReading(done.output)
  }

  return {
    workbook: file && reading ? { fileName: file.name, reading } : null,
    pending: reader.pending,
    error: reader.error,
    take: (next: File) => read(next, null),
    changeSheet: (sheet: string) => (file ? read(file, sheet) : Promise.resolve()),
    drop() {
      setFile(null)
      setReading(null)
      reader.clear()
    },
  }
}
