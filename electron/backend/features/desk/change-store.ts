import type { ReadDatabase } from '../../database/connection.ts'

/** Who changed something last, where and when. */
export function lastChange(
  db: ReadDatabase,
  entity: string,
  id: number | string,
): { by: string; at: string; desk: string } {
  const row = db.get<{ by: string; at: string; desk: string }>(
    'SELECT operator AS by, at, desk FROM audit WHERE entity_id = ? AND entity = ? ORDER BY id DESC LIMIT 1',
    [String(id), entity],
  )
  return row ?? { by: 'Orang lain', at: '', desk: '' }
}
