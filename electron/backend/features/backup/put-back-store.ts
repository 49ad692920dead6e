import type { PutBack } from '../../../../shared/features/backup/contract.ts'
import type { ReadDatabase } from '../../database/connection.ts'

type Row = Pick<PutBack, 'id' | 'at' | 'operator' | 'madeAt' | 'lost'> & { operation: string }

const kinds: Record<string, PutBack['kind']> = {
  'session.restore': 'snapshot',
  'backup.restore': 'bundle',
  'session.goOn': 'behind',
}
/** Nobody reads further back. */
const mostShown = 5

/** Restores by others over existing data that this person has not confirmed yet, latest first. */
export function listPutBack(db: ReadDatabase, operator: string): PutBack[] {
  return db
    .all<Row>(
      `SELECT id, at, operator, operation, after ->> '$.madeAt' AS madeAt, after ->> '$.lost' AS lost FROM audit
       WHERE act IS NULL AND area = 'restore' AND operator <> @operator
         AND (operation = 'session.goOn' OR operation IN ('session.restore', 'backup.restore') AND after ->> '$.keptAs' IS NOT NULL)
         AND id > (SELECT coalesce(max(CAST(entity_id AS INTEGER)), 0) FROM audit
           WHERE act IS NULL AND area = 'restore' AND operator = @operator AND operation = 'backup.knowPutBack')
       ORDER BY id DESC LIMIT @mostShown`,
      { operator, mostShown },
    )
    .map(({ operation, ...row }) => ({ ...row, kind: kinds[operation] ?? 'snapshot' }))
}

export function findPutBack(db: ReadDatabase, operator: string, id: number): PutBack | undefined {
  return listPutBack(db, operator).find(one => one.id === id)
}
