// The thread that checks the chain of the history: fifteen years have five million rows.
import { brokenAuditRow } from '../../database/audit.ts'
import { serveReading } from '../../database/serve-reading.ts'

void serveReading<null, number | null>(async db => ({ answer: brokenAuditRow(db) }))
