import type { ImportColumn } from '../../../../shared/features/import/contract.ts'
import { foldTitle, type ImportField, importFields } from '../../../../shared/features/import/import-field.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

/** By folded title, what the columns of this sender's last files were; null for those that were left out. */
export function rememberedColumns(db: ReadDatabase, sender: string): Map<string, ImportField | null> {
  const rows = db.all<{ title: string; field: string | null }>(
    'SELECT title, field FROM import_column WHERE sender = ?',
    [foldTitle(sender)],
  )
  return new Map(rows.map(({ title, field }) => [title, importFields.find(known => known === field) ?? null]))
}

export function rememberColumns(db: WriteDatabase, sender: string, columns: readonly ImportColumn[]): void {
  const folded = foldTitle(sender)
  if (folded === '') return
  for (const { title, field } of columns) {
    if (foldTitle(title) === '') continue
    db.run(
      `INSERT INTO import_column (sender, title, field) VALUES (@sender, @title, @field)
       ON CONFLICT (sender, title) DO UPDATE SET field = excluded.field`,
      { sender: folded, title: foldTitle(title), field },
    )
  }
}
