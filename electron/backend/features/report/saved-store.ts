import { measures } from '../../../../shared/features/report/measure.ts'
import { type OwnReport, ownReport } from '../../../../shared/features/report/own-report.ts'
import { type SavedReportId, savedReportId } from '../../../../shared/ids.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../database/connection.ts'

type SavedReport = { id: SavedReportId; name: string; unit: string; choice: OwnReport }
type Row = { id: number; name: string; choice: string }

/** By name, without those whose measure no longer exists. */
export function savedReports(db: ReadDatabase): SavedReport[] {
  return db.all<Row>('SELECT id, name, choice FROM saved_report ORDER BY name').flatMap(readSaved)
}

export function findSaved(db: ReadDatabase, id: number): SavedReport | undefined {
  const row = db.get<Row>('SELECT id, name, choice FROM saved_report WHERE id = ?', [id])
  return row && readSaved(row)[0]
}

export function saveReport(db: WriteDatabase, name: string, choice: OwnReport, { at, by }: Who): SavedReportId {
  db.upsert('saved_report', 'name', 'choice, saved_at, saved_by', {
    name,
    choice: JSON.stringify(choice),
    savedAt: at,
    savedBy: by,
  })
  return savedReportId.parse(db.value<number>('SELECT id FROM saved_report WHERE name = ?', [name]))
}

export function removeReport(db: WriteDatabase, id: number): void {
  db.run('DELETE FROM saved_report WHERE id = ?', [id])
}

function readSaved({ id, name, choice }: Row): SavedReport[] {
  const read = ownReport.safeParse(JSON.parse(choice))
  if (!read.success) return []
  return [{ id: savedReportId.parse(id), name, unit: measures[read.data.measure].unit, choice: read.data }]
}
