import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import type { FolderRow, ScanPlace } from '../../../../shared/features/folder/contract.ts'
import { mostFileMegabytes } from '../../../../shared/features/trainee/trainee-file.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { readStoredFile, type StoredFile } from '../../files/file-store.ts'
import { type Bookmark, JoinedPdf } from '../../pdf/joined-pdf.ts'
import { Refused } from '../../refused.ts'
import type { QueryScope, TaskScope } from '../../scope.ts'
import { getCentre } from '../centre/centre-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { classFacts } from '../paper/class-facts-store.ts'
import { paperHandlers } from '../paper/paper-handlers.ts'
import { printedDate } from '../paper/paper-sheet.ts'
import { pdfFile } from '../paper/pdf-file.ts'
import { type ContentsEntry, drawContents } from './documents/contents.ts'
import { drawPageStamps, stampTop } from './documents/page-stamps.ts'
import { drawScanPage } from './documents/scan-page.ts'
import type { FileWork } from './file-work.ts'
import { folderRows } from './folder-rows.ts'
import { scanFilesOfClass } from './folder-store.ts'
import { filesOfSheets } from './returned-sheets.ts'

/** All scans of a class lie in memory while their file is made. */
const mostScanMegabytes = 25 * mostFileMegabytes

type Request = { code: string; size: PaperSize | null; scanPlace: ScanPlace }
type Part = { row: FolderRow; scans: StoredFile[] }

/**
 * Every paper of a class in one file: cover, contents, then the papers in their order, signed scans where their paper belongs,
 * each page in its own size, with bookmarks and a running page number.
 * @throws Refused file_cancelled, file_too_large, file_missing, file_damaged
 */
export async function makeClassFile(scope: TaskScope, request: Request, work: FileWork) {
  const { code } = request
  const { parts, facts, size } = scope.read(query => readParts(query, request))
  const createdOn = printedDate(facts.printedAt)
  const joined = await JoinedPdf.open(`Berkas ${code}`, facts.centre.lines.at(-1) ?? 'Balai', 'id-ID')
  const used = parts.filter(({ row }) => row.state !== 'UNUSED' && row.waitsFor === null)
  const total = used.length + 1
  const placed = new Map<FolderRow['key'], Placed>()
  const warnings: string[] = []
  for (const [index, part] of used.entries()) {
    await work.step(index, total)
    const start = joined.pages
    const added = await addPart(scope, joined, part, request, createdOn)
    warnings.push(...added.warnings)
    placed.set(part.row.key, { start, end: joined.pages, signed: added.signed })
  }
  await work.step(used.length, total)

  // The contents stand behind the cover, so their length is known before their page numbers are.
  const at = isCover(used[0]) ? (placed.get(used[0].row.key)?.end ?? 0) : 0
  const length = drawContents({ ...facts, entries: parts.map(part => entryOf(part, null)) }, size).pages
  const pageOf = ({ row }: Part) => {
    const start = placed.get(row.key)?.start
    return start === undefined ? null : start + 1 + (start >= at ? length : 0)
  }
  const entries = parts.map(part => entryOf(part, pageOf(part), placed.get(part.row.key)?.signed))
  await joined.add(drawContents({ ...facts, entries }, size).bytes, at)
  await joined.stamp(drawPageStamps(code, joined.pages, createdOn), stampTop)
  joined.bookmark(bookmarksOf(entries, at))
  const file = pdfFile(`berkas-${code}`, { bytes: await joined.save() })
  return { file, pages: joined.pages, warnings: [...new Set(warnings)] }
}

/** Pages of the file before the contents went in, counted from 0; `end` is the first one behind. */
type Placed = { start: number; end: number; signed: boolean }

function readParts(query: QueryScope, { code, size }: Request) {
  const cohort = getCohort(query.db, code)
  const files = [...scanFilesOfClass(query.db, cohort.id), ...filesOfSheets(query.db, cohort.id)]
  if (files.reduce((sum, file) => sum + file.size, 0) > mostScanMegabytes * 1024 * 1024)
    throw new Refused({ code: 'file_too_large', megabytes: mostScanMegabytes })
  const scans = Map.groupBy(files, file => file.key)
  return {
    parts: folderRows(query, code).map((row): Part => ({ row, scans: scans.get(row.key) ?? [] })),
    facts: classFacts(query.db, query, cohort),
    size: size ?? getCentre(query.db).paperSize,
  }
}

async function addPart(
  scope: TaskScope,
  joined: JoinedPdf,
  { row, scans }: Part,
  { code, size, scanPlace }: Request,
  createdOn: PlainDate,
): Promise<{ signed: boolean; warnings: string[] }> {
  const warnings: string[] = []
  const addPaper = async () => {
    const made = await paperHandlers.make(scope, { code, key: row.key, size, day: null, from: null, traineeId: null })
    warnings.push(...made.warnings.map(warning => `${row.title}: ${warning}`))
    await joined.add(new Uint8Array(await (made.file as File).arrayBuffer()))
  }
  // While sheets are missing their days stand on the drawn paper alone.
  const isWhole = row.scans.length > 0 || row.sheets === null || row.sheets.back >= row.sheets.of
  const instead = scanPlace === 'INSTEAD' && isWhole
  if (!instead || scans.length === 0) await addPaper()
  let signed = false
  for (const scan of scans) {
    const bytes = await readStoredFile(scope.workspace.folder, scan)
    const pages = scan.type === 'application/pdf' ? bytes : drawScanPage(bytes, createdOn)
    if (pages && (await joined.add(pages)) !== null) signed = true
    else warnings.push(`${row.title}: sebuah pindaian tidak dapat dibaca. Pindai ulang, atau simpan sebagai JPEG.`)
  }
  if (!signed && instead && scans.length > 0) await addPaper()
  return { signed, warnings }
}

function isCover(part: Part | undefined): part is Part {
  return (part?.row.key as string | undefined) === 'cover'
}

function entryOf({ row }: Part, page: number | null, signed = false): ContentsEntry {
  const { section, title, state, verdict, waitsFor } = row
  const note =
    state === 'UNUSED'
      ? `tidak dipakai: ${verdict?.note ?? ''}`
      : (waitsFor?.replace(/\.$/, '').toLowerCase() ?? (signed ? 'pindaian bertanda tangan' : ''))
  return { section, title, page, note }
}

function bookmarksOf(entries: readonly ContentsEntry[], contentsAt: number): Bookmark[] {
  const sections = [...Map.groupBy(entries, entry => entry.section)].flatMap(([title, own]): Bookmark[] => {
    const inner = own.flatMap(entry =>
      entry.page === null ? [] : [{ title: entry.title, page: entry.page - 1, inner: [] }],
    )
    const [first] = inner
    return first ? [{ title, page: first.page, inner }] : []
  })
  return [{ title: 'Daftar isi', page: contentsAt, inner: [] }, ...sections]
}
