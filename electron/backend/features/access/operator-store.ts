import type { Account, PersonDraft, PersonRow } from '../../../../shared/features/access/contract.ts'
import { roles as everyRole, type Role } from '../../../../shared/features/access/roles.ts'
import type { SecretKind } from '../../../../shared/features/access/secret.ts'
import { type InstructorId, type OperatorId, operatorId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export type Operator = {
  id: OperatorId
  name: string
  nip: string
  roles: Role[]
  instructorId: InstructorId | null
  validUntil: PlainDate | null
  disabledAt: string | null
  disabledBy: string | null
}

type OperatorRow = Omit<Operator, 'roles'> & { roles: string | null }

const columns = `operator.id, operator.name, operator.nip, operator.instructor_id AS instructorId, operator.valid_until AS validUntil,
  operator.disabled_at AS disabledAt, operator.disabled_by AS disabledBy,
  (SELECT group_concat(role) FROM operator_role WHERE operator_id = operator.id) AS roles`

function read({ roles, ...row }: OperatorRow): Operator {
  const held = roles?.split(',') ?? []
  return { ...row, roles: everyRole.filter(role => held.includes(role)) }
}

export function findOperator(db: ReadDatabase, id: OperatorId): Operator | undefined {
  const row = db.get<OperatorRow>(`SELECT ${columns} FROM operator WHERE id = ?`, [id])
  return row && read(row)
}

export function findOperatorNamed(db: ReadDatabase, name: string): Operator | undefined {
  const row = db.get<OperatorRow>(`SELECT ${columns} FROM operator WHERE name = ?`, [name])
  return row && read(row)
}

/** Id of the operator with this name; created if there is none. */
export function operatorNamed(db: WriteDatabase, name: string): OperatorId {
  return (
    findOperatorNamed(db, name)?.id ?? operatorId.parse(db.run('INSERT INTO operator (name) VALUES (?)', [name]).id)
  )
}

/** Accounts that can sign in on that day, most recent users of this desk first. */
export function listAccounts(
  db: ReadDatabase,
  desk: string,
  today: PlainDate,
): (Account & { lastHere: string | null })[] {
  return db
    .all<OperatorRow & { kind: SecretKind; lastHere: string | null }>(
      `SELECT ${columns}, kind, last_sign_in.at AS lastHere FROM operator
       JOIN operator_secret ON operator_secret.operator_id = operator.id
       LEFT JOIN last_sign_in ON last_sign_in.operator_id = operator.id AND last_sign_in.desk = ?
       WHERE disabled_at IS NULL AND (valid_until IS NULL OR valid_until >= ?)
       ORDER BY last_sign_in.at DESC NULLS LAST, operator.name`,
      [desk, today],
    )
    .map(row => ({ id: row.id, name: row.name, roles: read(row).roles, kind: row.kind, lastHere: row.lastHere }))
}

export function countAccounts(db: ReadDatabase): number {
  return db.value<number>(
    'SELECT count(*) FROM operator_secret JOIN operator ON operator.id = operator_id WHERE disabled_at IS NULL',
  )
}

/** Names of active holders of one of the roles. */
export function holdersOf(
  db: ReadDatabase,
  held: readonly Role[],
  today: PlainDate,
): { id: OperatorId; name: string }[] {
  return db.all<{ id: OperatorId; name: string }>(
    `SELECT DISTINCT operator.id, operator.name FROM operator
     JOIN operator_role ON operator_role.operator_id = operator.id
     JOIN operator_secret ON operator_secret.operator_id = operator.id
     JOIN json_each(?) AS wanted ON wanted.value = role
     WHERE disabled_at IS NULL AND (valid_until IS NULL OR valid_until >= ?) ORDER BY operator.name`,
    [JSON.stringify(held), today],
  )
}

/** All accounts, deactivated ones last. */
export function listPeople(db: ReadDatabase): Omit<PersonRow, 'here'>[] {
  const rows = db.all<
    OperatorRow & {
      kind: SecretKind | null
      secretSetAt: string | null
      seenAt: string | null
      seenDesk: string | null
    }
  >(
    `SELECT ${columns}, kind, set_at AS secretSetAt, max(last_sign_in.at) AS seenAt, last_sign_in.desk AS seenDesk
     FROM operator
     LEFT JOIN operator_secret ON operator_secret.operator_id = operator.id
     LEFT JOIN last_sign_in ON last_sign_in.operator_id = operator.id
     GROUP BY operator.id ORDER BY disabled_at IS NOT NULL, operator.name`,
  )
  return rows.map(row => {
    const { disabledAt, disabledBy, ...operator } = read(row)
    return {
      ...operator,
      kind: row.kind,
      secretSetAt: row.secretSetAt,
      lastSignIn: row.seenAt && row.seenDesk ? { at: row.seenAt, desk: row.seenDesk } : null,
      disabled: disabledAt && disabledBy ? { at: disabledAt, by: disabledBy } : null,
    }
  })
}

export function isInstructor(db: ReadDatabase, id: InstructorId): boolean {
  return db.get('SELECT 1 FROM instructor WHERE id = ?', [id]) !== undefined
}

export function insertOperator(db: WriteDatabase, person: PersonDraft): OperatorId {
  const id = operatorId.parse(
    db.run(
      'INSERT INTO operator (name, nip, instructor_id, valid_until) VALUES (@name, @nip, @instructorId, @validUntil)',
      factsOf(person),
    ).id,
  )
  saveRoles(db, id, person.roles)
  return id
}

export function updateOperator(db: WriteDatabase, id: OperatorId, person: PersonDraft): void {
  db.run(
    'UPDATE operator SET name = @name, nip = @nip, instructor_id = @instructorId, valid_until = @validUntil WHERE id = @id',
    { ...factsOf(person), id },
  )
  saveRoles(db, id, person.roles)
}

function factsOf({ name, nip, instructorId, validUntil }: PersonDraft) {
  return { name, nip, instructorId, validUntil }
}

export function saveRoles(db: WriteDatabase, id: OperatorId, held: readonly Role[]): void {
  db.run('DELETE FROM operator_role WHERE operator_id = ? AND role NOT IN (SELECT value FROM json_each(?))', [
    id,
    JSON.stringify(held),
  ])
  for (const role of held) db.run('INSERT OR IGNORE INTO operator_role (operator_id, role) VALUES (?, ?)', [id, role])
}

export function setDisabled(db: WriteDatabase, id: OperatorId, disabled: { at: string; by: string } | null): void {
  db.run('UPDATE operator SET disabled_at = ?, disabled_by = ? WHERE id = ?', [
    disabled?.at ?? null,
    disabled?.by ?? null,
    id,
  ])
}
