import type { SecretKind } from '../../../../shared/features/access/secret.ts'
import type { OperatorId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export type StoredSecret = { kind: SecretKind; hash: string; onceUntil: string | null }

export function findSecret(db: ReadDatabase, id: OperatorId): StoredSecret | undefined {
  return db.get<StoredSecret>('SELECT kind, hash, once_until AS onceUntil FROM operator_secret WHERE operator_id = ?', [
    id,
  ])
}

export function saveSecret(db: WriteDatabase, id: OperatorId, secret: StoredSecret, at: string): void {
  db.run(
    `INSERT INTO operator_secret (operator_id, kind, hash, set_at, once_until) VALUES (@id, @kind, @hash, @at, @onceUntil)
     ON CONFLICT DO UPDATE SET kind = excluded.kind, hash = excluded.hash, set_at = excluded.set_at, once_until = excluded.once_until`,
    { ...secret, id, at },
  )
}

/** The same secret with a stronger hash. */
export function saveHash(db: WriteDatabase, id: OperatorId, hash: string): void {
  db.run('UPDATE operator_secret SET hash = ? WHERE operator_id = ?', [hash, id])
}

export type Failures = { count: number; lastAt: string }

export function failuresOf(db: ReadDatabase, subject: string): Failures {
  const row = db.get<Failures>('SELECT count, last_at AS lastAt FROM sign_in_failure WHERE subject = ?', [subject])
  return row ?? { count: 0, lastAt: '' }
}

export function countFailure(db: WriteDatabase, subject: string, at: string): void {
  db.run(
    `INSERT INTO sign_in_failure (subject, count, last_at) VALUES (?, 1, ?)
     ON CONFLICT DO UPDATE SET count = count + 1, last_at = excluded.last_at`,
    [subject, at],
  )
}

export function forgetFailures(db: WriteDatabase, subjects: readonly string[]): void {
  db.run('DELETE FROM sign_in_failure WHERE subject IN (SELECT value FROM json_each(?))', [JSON.stringify(subjects)])
}

export function noteSignIn(db: WriteDatabase, id: OperatorId, desk: string, at: string): void {
  db.run(
    `INSERT INTO last_sign_in (operator_id, desk, at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET at = excluded.at`,
    [id, desk, at],
  )
}
