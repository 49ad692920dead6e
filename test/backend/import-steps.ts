import { randomUUID } from 'node:crypto'
import type { ImportReading, ImportReceipt, ImportRequest } from '../../shared/features/import/contract.ts'
import type { ImportAnswer } from '../../shared/features/import/import-row.ts'
import { plainRequest } from '../../shared/features/import/plain-request.ts'
import type { Fixture } from './fixture.ts'
import { type Cell, workbook } from './people-workbook.ts'

type Choices = Partial<Omit<ImportRequest, 'file'>>

/** What an import of a file, or of rows written as a workbook, would do. */
export async function readImport(
  fixture: Fixture,
  source: File | Cell[][],
  choices: Choices = {},
): Promise<ImportReading> {
  const file = source instanceof File ? source : await workbook(source)
  return fixture.client.import.read({ ...plainRequest(file, randomUUID()), ...choices })
}

export async function runImport(
  fixture: Fixture,
  source: File | Cell[][],
  answers: ImportAnswer[] = [],
  choices: Choices = {},
): Promise<ImportReceipt> {
  const file = source instanceof File ? source : await workbook(source)
  return fixture.client.import.run({ ...plainRequest(file, randomUUID()), ...choices, answers })
}
