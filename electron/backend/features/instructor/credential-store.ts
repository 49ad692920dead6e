import type { AttachmentType } from '../../../../shared/features/attachment/attachment.ts'
import type { Credential, CredentialDraft, Verification } from '../../../../shared/features/instructor/contract.ts'
import type { TradeCode } from '../../../../shared/features/program/trades.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../database/connection.ts'
import { type AttachmentFile, dropUnusedAttachments, storeAttachment } from '../attachment/attachment-store.ts'

type CredentialRow = Omit<Credential, 'trades' | 'scan' | 'verified'> & {
  instructorId: number
  trades: string | null
  scanName: string | null
  scanType: AttachmentType | null
  verifiedBy: string
  verifiedOn: PlainDate | null
}

const credentialColumns = `id, instructor_id AS instructorId, kind, number, registration, lsp, licence, scheme, issued,
  valid_until AS validUntil, verified_by AS verifiedBy, verified_on AS verifiedOn,
  (SELECT name FROM attachment WHERE attachment.id = scan_id) AS scanName,
  (SELECT type FROM attachment WHERE attachment.id = scan_id) AS scanType, (SELECT group_concat(trade) FROM credential_trade WHERE credential_id = credential.id) AS trades`

function asCredential({
  scanName,
  scanType,
  verifiedBy,
  verifiedOn,
  ...row
}: CredentialRow): Credential & { instructorId: number } {
  return {
    ...row,
    trades: (row.trades?.split(',') ?? []) as TradeCode[],
    scan: scanName !== null && scanType !== null ? { name: scanName, type: scanType } : null,
    verified: verifiedOn === null ? null : { by: verifiedBy, on: verifiedOn },
  }
}

/** Of one instructor or all, latest end first. */
export function credentialsOf(db: ReadDatabase, only: number | null): (Credential & { instructorId: number })[] {
  return db
    .all<CredentialRow>(
      `SELECT ${credentialColumns} FROM credential WHERE @only IS NULL OR instructor_id = @only
       ORDER BY valid_until DESC, id DESC`,
      { only },
    )
    .map(asCredential)
}

export function findCredential(db: ReadDatabase, id: number): (Credential & { instructorId: number }) | undefined {
  const row = db.get<CredentialRow>(`SELECT ${credentialColumns} FROM credential WHERE id = ?`, [id])
  return row && asCredential(row)
}

export function insertCredential(
  db: WriteDatabase,
  instructorId: number,
  { trades, ...credential }: CredentialDraft,
): number {
  const id = db.insert(
    'credential',
    'instructor_id, kind, number, registration, lsp, licence, scheme, issued, valid_until',
    { ...credential, instructorId },
  )
  for (const trade of trades) insertTrade(db, id, trade)
  return id
}

export function updateCredential(db: WriteDatabase, id: number, { trades, ...credential }: CredentialDraft): void {
  // Added before any is removed, so that the triggers never see a gap.
  for (const trade of trades) insertTrade(db, id, trade)
  db.update('credential', 'kind, number, registration, lsp, licence, scheme, issued, valid_until', {
    ...credential,
    id,
  })
  db.run('DELETE FROM credential_trade WHERE credential_id = ? AND trade NOT IN (SELECT value FROM json_each(?))', [
    id,
    JSON.stringify(trades),
  ])
}

export function setVerification(db: WriteDatabase, id: number, verified: Verification | null): void {
  db.update('credential', 'verified_by, verified_on', {
    verifiedBy: verified?.by ?? '',
    verifiedOn: verified?.on ?? null,
    id,
  })
}

function insertTrade(db: WriteDatabase, credentialId: number, trade: string): void {
  db.run('INSERT OR IGNORE INTO credential_trade (credential_id, trade) VALUES (?, ?)', [credentialId, trade])
}

export function deleteCredential(db: WriteDatabase, id: number): void {
  db.run('DELETE FROM credential WHERE id = ?', [id])
  db.run('DELETE FROM credential_trade WHERE credential_id = ?', [id])
  dropUnusedAttachments(db)
}

/** Days taught by credential and not by override: planned, or recorded. */
export function taughtByCredential(
  db: ReadDatabase,
  instructorId: number,
): { date: PlainDate; trade: string; title: string }[] {
  return db.all<{ date: PlainDate; trade: string; title: string }>(
    `SELECT cohort_day.date, cohort.trade, cohort.title FROM teacher_of_day
     JOIN cohort_day ON cohort_day.id = teacher_of_day.day_id JOIN cohort ON cohort.id = cohort_day.cohort_id
     WHERE teacher_of_day.instructor_id = @instructorId AND NOT EXISTS (
       SELECT 1 FROM credential_override AS allowed
       WHERE allowed.day_id = teacher_of_day.day_id AND allowed.instructor_id = @instructorId)
     ORDER BY cohort_day.date`,
    { instructorId },
  )
}

export function findScan(db: ReadDatabase, credentialId: number): AttachmentFile | undefined {
  return db.get<AttachmentFile>(
    `SELECT attachment.name, type, bytes FROM attachment JOIN credential ON credential.scan_id = attachment.id
     WHERE credential.id = ?`,
    [credentialId],
  )
}

/** Returns the sha256 of the file. */
export function saveScan(db: WriteDatabase, credentialId: number, file: AttachmentFile, who: Who): string {
  const { id, sha256 } = storeAttachment(db, file, who)
  db.update('credential', 'scan_id', { scanId: id, id: credentialId })
  dropUnusedAttachments(db)
  return sha256
}

export function removeScan(db: WriteDatabase, credentialId: number): void {
  db.update('credential', 'scan_id', { scanId: null, id: credentialId })
  dropUnusedAttachments(db)
}
