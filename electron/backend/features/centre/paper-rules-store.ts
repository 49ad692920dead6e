import { type PaperRules, usualPaperRules } from '../../../../shared/features/centre/paper-rules.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

/** Defaults for values never saved. */
export function getPaperRules(db: ReadDatabase): PaperRules {
  const row = db.get<{ settings: string }>('SELECT settings FROM paper_rules')
  return row ? { ...usualPaperRules, ...(JSON.parse(row.settings) as Partial<PaperRules>) } : usualPaperRules
}

export function writePaperRules(db: WriteDatabase, rules: PaperRules): void {
  db.run('INSERT OR REPLACE INTO paper_rules (id, settings) VALUES (1, ?)', [JSON.stringify(rules)])
}
