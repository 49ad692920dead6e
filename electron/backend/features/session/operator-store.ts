import { type OperatorId, operatorId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export type Operator = { id: OperatorId; name: string }

export function listOperators(db: ReadDatabase): Operator[] {
  return db.all<Operator>('SELECT id, name FROM operator ORDER BY name')
}

/** The person at the desk; undefined before the first start and where a restored database names nobody. */
export function operatorAtDesk(db: ReadDatabase): Operator | undefined {
  return db.get<Operator>(
    'SELECT operator.id, operator.name FROM centre JOIN operator ON operator.id = centre.operator_id',
  )
}

/** Of the key that signs now; undefined before the first start. */
export function keyInUse(db: ReadDatabase): string | undefined {
  return db.get<{ id: string }>('SELECT id FROM signing_key WHERE retired_at IS NULL')?.id
}

export function seatOperator(db: WriteDatabase, id: OperatorId): void {
  db.run('UPDATE centre SET operator_id = ?', [id])
}

/** The operator of that name, recorded if there is none yet. */
export function operatorNamed(db: WriteDatabase, name: string): OperatorId {
  const present = listOperators(db).find(row => row.name === name)
  return present?.id ?? operatorId.parse(db.insert('operator', 'name', { name }))
}
