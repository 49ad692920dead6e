// The thread of a backup: gigabytes are encrypted, written to a stick, read back and compared, and desks must be answered meanwhile.
import { serveThread } from '../../files/limited-thread.ts'
import { type BackupQuestion, doBackupWork } from './backup-work.ts'

void serveThread((question: BackupQuestion, report) => doBackupWork(question, report))
