import type { FiledKey, PaperKey } from '../../../../shared/facts/paper-key.ts'
import type { DrawnFrom, PrinterShift, PrintRow, PrintSetting } from '../../../../shared/features/print/contract.ts'
import type { FactDigests } from '../../../../shared/features/print/fact-group.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export type PrintEntry = Omit<PrintRow, 'planVersion' | 'dated' | 'datedByHand'> & {
  cohortId: number
  key: FiledKey
  drawnFrom: DrawnFrom
}

export function insertPrint(db: WriteDatabase, { drawnFrom, ...entry }: PrintEntry): number {
  return db.insert(
    'print_log',
    `cohort_id, paper_key: key, day, list_number, way, form_version, plan_version, digests, size, printer, copies, page_range, pages, dated,
     dated_by_hand, printed_at: at, printed_by: by`,
    { ...entry, ...drawnFrom },
  )
}

/** Newest first. */
export function printsOf(db: ReadDatabase, cohortId: number, key: FiledKey): PrintRow[] {
  const rows = db.all<Omit<PrintRow, 'datedByHand'> & { datedByHand: number }>(
    `SELECT printed_at AS at, printed_by AS by, way, form_version AS formVersion, day, list_number AS listNumber, plan_version AS planVersion, size, printer,
       copies, page_range AS pageRange, pages, dated, dated_by_hand AS datedByHand
     FROM print_log WHERE cohort_id = ? AND paper_key = ? ORDER BY id DESC`,
    [cohortId, key],
  )
  return rows.map(row => ({ ...row, datedByHand: row.datedByHand === 1 }))
}

export type PrintTrace = {
  key: FiledKey
  at: string
  by: string
  planVersion: number
  digests: FactDigests
  times: number
}

/** The last print of every paper of a class, and the number of prints; saved PDFs do not count. */
export function lastPrints(db: ReadDatabase, cohortId: number): Map<FiledKey, PrintTrace> {
  const rows = db.all<Omit<PrintTrace, 'digests'> & { digests: string }>(
    `SELECT paper_key AS key, printed_at AS at, printed_by AS by, plan_version AS planVersion, digests, times
     FROM print_log JOIN (SELECT max(id) AS id, count(*) AS times FROM print_log
       WHERE cohort_id = ? AND way <> 'PDF' GROUP BY paper_key) USING (id)`,
    [cohortId],
  )
  return new Map(rows.map(row => [row.key, { ...row, digests: JSON.parse(row.digests) as FactDigests }]))
}

/** The last print that included this sheet: of the day, the person, or the whole paper. */
export function lastPrintOf(
  db: ReadDatabase,
  cohortId: number,
  sheet: { key: FiledKey; day: number | null; listNumber: number | null },
): { at: string; by: string; digests: FactDigests } | undefined {
  const row = db.get<{ at: string; by: string; digests: string }>(
    `SELECT printed_at AS at, printed_by AS by, digests FROM print_log
     WHERE cohort_id = @cohortId AND paper_key = @key AND (@day IS NULL OR day IS NULL OR day = @day)
       AND way <> 'PDF' AND (@listNumber IS NULL OR list_number IS NULL OR list_number = @listNumber)
     ORDER BY id DESC LIMIT 1`,
    { cohortId, ...sheet },
  )
  return row && { ...row, digests: JSON.parse(row.digests) as FactDigests }
}

export function printSetting(db: ReadDatabase, key: PaperKey): PrintSetting | undefined {
  return db.get('SELECT paper_key AS key, printer, size, copies, sides FROM print_setting WHERE paper_key = ?', [key])
}

export function savePrintSetting(db: WriteDatabase, setting: PrintSetting): void {
  db.upsert('print_setting', 'paper_key: key', 'printer, size, copies, sides', setting)
}

export function printerShifts(db: ReadDatabase): PrinterShift[] {
  return db.all<PrinterShift>('SELECT printer, right, down FROM printer_shift ORDER BY printer')
}

export function savePrinterShift(db: WriteDatabase, shift: PrinterShift): void {
  db.upsert('printer_shift', 'printer', 'right, down', shift)
}
