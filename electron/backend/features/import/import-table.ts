import type { ImportProgress } from '../../../../shared/features/import/contract.ts'
import { megabytesAllowed, rowsAllowed } from '../../../../shared/features/import/contract.ts'
import { fieldsKnown, findHeader, headerWithin, type TableRow } from '../../../../shared/features/import/table-rows.ts'
import { DomainError } from '../../domain-error.ts'
import type { Work } from '../../running-work.ts'
import { readTextTable } from './text-table.ts'
import { readWorkbookParts, type SheetPart } from './workbook-parts.ts'
import { readSheet } from './workbook-sheet.ts'
import { openZip, type ZipParts } from './zip-parts.ts'

export type TableQuestion = { name: string; bytes: Uint8Array; wanted: string | null }
export type ImportTable = { sheet: string; sheets: string[]; rows: TableRow[] }

/**
 * One sheet of an .xlsx or the lines of a CSV, detected by content, not by name. Without a given sheet the one whose titles match most fields.
 * @throws DomainError not_a_workbook, workbook_locked, workbook_too_large, workbook_swells, cell_too_long, sheet_unknown, import_cancelled
 */
export async function readImportTable(
  name: string,
  bytes: Uint8Array,
  wanted: string | null,
  work: Work<ImportProgress>,
): Promise<ImportTable> {
  if (bytes.length > megabytesAllowed * 1024 * 1024)
    throw new DomainError({ code: 'workbook_too_large', megabytes: megabytesAllowed, rows: rowsAllowed })
  if (isLocked(bytes)) throw new DomainError({ code: 'workbook_locked', file: name })
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) return readText(name, bytes, wanted)
  let zip: ZipParts | undefined
  try {
    zip = await openZip(name, bytes)
    return await readWorkbook(zip, wanted, work)
  } catch (error) {
    if (error instanceof DomainError) throw error
    // More bytes than the archive's directory states: a zip bomb.
    if (error instanceof Error && /too many bytes/.test(error.message))
      throw new DomainError({ code: 'workbook_swells', file: name })
    throw new DomainError({ code: 'not_a_workbook', file: name })
  } finally {
    zip?.close()
  }
}

/** Excel stores a password-protected workbook in its old container format, in a stream with this name. */
function isLocked(bytes: Uint8Array): boolean {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return whole.indexOf('d0cf11e0', 0, 'hex') === 0 && whole.includes('EncryptedPackage', 0, 'utf16le')
}

async function readWorkbook(zip: ZipParts, wanted: string | null, work: Work<ImportProgress>): Promise<ImportTable> {
  const parts = await readWorkbookParts(zip, work)
  const sheets = parts.sheets.map(sheet => sheet.name)
  if (parts.sheets.length === 0) throw new Error('no sheet')
  const name = sheetCalled(wanted, sheets)
  const chosen =
    parts.sheets.find(sheet => sheet.name === name) ??
    (await likeliest(parts.sheets, sheet => readSheet(zip, sheet.path, parts, work, headerWithin)))
  return { sheet: chosen.name, sheets, rows: await readSheet(zip, chosen.path, parts, work) }
}

async function likeliest(sheets: SheetPart[], head: (sheet: SheetPart) => Promise<TableRow[]>): Promise<SheetPart> {
  const shown = sheets.filter(sheet => !sheet.hidden)
  const [first, ...others] = shown.length > 0 ? shown : sheets
  if (!first) throw new Error('no sheet')
  if (others.length === 0) return first
  let best = first
  let most = 0
  for (const sheet of [first, ...others]) {
    const known = fieldsKnown(findHeader(await head(sheet)))
    if (known > most) {
      best = sheet
      most = known
    }
  }
  return best
}

function readText(name: string, bytes: Uint8Array, wanted: string | null): ImportTable {
  const rows = readTextTable(bytes)
  if (rows === null) throw new DomainError({ code: 'not_a_workbook', file: name })
  const sheet = name.replace(/\.[^.]*$/, '').slice(0, 100) || 'CSV'
  sheetCalled(wanted, [sheet])
  return { sheet, sheets: [sheet], rows }
}

/** The sheet of that name, ignoring case like Excel; null if none is given. */
function sheetCalled(wanted: string | null, sheets: string[]): string | null {
  if (wanted === null) return null
  const plain = (name: string) => name.trim().toLowerCase()
  const called = sheets.includes(wanted) ? wanted : sheets.find(sheet => plain(sheet) === plain(wanted))
  if (called === undefined) throw new DomainError({ code: 'sheet_unknown', sheet: wanted, sheets })
  return called
}
