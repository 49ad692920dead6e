import type { Signatory } from '../../../../shared/features/centre/signatory.ts'
import { officeOf } from '../../../../shared/features/centre/signatory.ts'
import type { Period } from '../../../../shared/features/report/period.ts'
import type { Report, SettledReport } from '../../../../shared/features/report/report.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

type Row = {
  id: number
  key: string
  from: PlainDate
  to: PlainDate
  number: string
  settledOn: PlainDate
  signatory: string
  title: string
  recordedAt: string
  recordedBy: string
}

const columns = `id, report_key AS key, from_date AS "from", to_date AS "to", number, settled_on AS settledOn, signatory,
  json_extract(content, '$.title') AS title, recorded_at AS recordedAt, recorded_by AS recordedBy`

/** Latest first. */
export function settledReports(db: ReadDatabase): SettledReport[] {
  return db.all<Row>(`SELECT ${columns} FROM settled_report ORDER BY settled_on DESC, id DESC`).map(settledOf)
}

export function findSettled(db: ReadDatabase, id: number): SettledReport | undefined {
  const row = db.get<Row>(`SELECT ${columns} FROM settled_report WHERE id = ?`, [id])
  return row && settledOf(row)
}

export function findByNumber(db: ReadDatabase, number: string): SettledReport | undefined {
  const row = db.get<Row>(`SELECT ${columns} FROM settled_report WHERE number = ?`, [number])
  return row && settledOf(row)
}

export function settledContent(db: ReadDatabase, id: number): Report {
  return JSON.parse(db.value<string>('SELECT content FROM settled_report WHERE id = ?', [id])) as Report
}

export function settledBytes(db: ReadDatabase, id: number, format: 'pdf' | 'xlsx'): Uint8Array {
  return db.value<Uint8Array>(`SELECT ${format === 'pdf' ? 'pdf' : 'workbook'} FROM settled_report WHERE id = ?`, [id])
}

export function isSettled(db: ReadDatabase, key: string, { from, to }: Period): boolean {
  return (
    db.value<number>(
      'SELECT EXISTS (SELECT 1 FROM settled_report WHERE report_key = ? AND from_date = ? AND to_date = ?)',
      [key, from, to],
    ) === 1
  )
}

/** Whether a report with that key was settled between two days. */
export function isSettledBetween(db: ReadDatabase, key: string, after: PlainDate, until: PlainDate): boolean {
  return (
    db.value<number>(
      'SELECT EXISTS (SELECT 1 FROM settled_report WHERE report_key = ? AND settled_on > ? AND settled_on <= ?)',
      [key, after, until],
    ) === 1
  )
}

export function insertSettled(
  db: WriteDatabase,
  settled: {
    report: Report
    number: string
    settledOn: PlainDate
    signatory: Signatory
    pdf: Uint8Array
    workbook: Uint8Array
    at: string
    by: string
  },
): number {
  const { report, number, settledOn, signatory, pdf, workbook, at, by } = settled
  return db.insert(
    'settled_report',
    'report_key, from_date, to_date, number, settled_on, signatory, content, pdf, workbook, recorded_at, recorded_by',
    {
      reportKey: report.key,
      fromDate: report.period.from,
      toDate: report.period.to,
      number,
      settledOn,
      signatory: JSON.stringify(signatory),
      content: JSON.stringify(report),
      pdf,
      workbook,
      recordedAt: at,
      recordedBy: by,
    },
  )
}

function settledOf({ from, to, signatory, ...row }: Row): SettledReport {
  const who = JSON.parse(signatory) as Signatory
  return { ...row, period: { from, to }, signatory: `${who.name}, ${officeOf(who)}` }
}
