// The thread that compares every row with its seal, so that changes made while the program was closed are reported the same day.
import { setImmediate } from 'node:timers/promises'
import { serveReading } from '../serve-reading.ts'
import { checkRows, checkSchema } from './check-trust.ts'
import { SealKey } from './seal-key.ts'

export type RowCheckQuestion = { secret: Uint8Array | null }

void serveReading(async (_db, { secret }: RowCheckQuestion, { raw }) => {
  const rows = await checkRows(raw, secret ? new SealKey(secret) : 'elsewhere', setImmediate)
  const schema = checkSchema(raw)
  return { answer: [rows, schema].filter(check => !check.ok).map(check => check.detail) }
})
