import type { PaperKey } from '../../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import type { FileProgress, ScanPlace } from '../../../../shared/features/folder/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { readStoredFile, type StoredFile } from '../../files/file-store.ts'
import { drawPageStamp } from '../../paper-kit/page-stamp.ts'
import { printedDate } from '../../paper-kit/paper-sheet.ts'
import type { ReturningPaper, ReturningSheet } from '../../paper-kit/returning-sheet.ts'
import { type ForeignPage, readForeignPages } from '../../pdf/file/foreign-page.ts'
import type { DrawnPage } from '../../pdf/file/pdf-file.ts'
import { type Bookmark, PdfFile } from '../../pdf/file/pdf-file.ts'
import type { DrawnPaper } from '../../pdf/sheet.ts'
import type { Work } from '../../running-work.ts'
import type { QueryScope, ReadingScope } from '../../scope.ts'
import { getCentre } from '../centre/centre-store.ts'
import { drawPapers } from '../certificate/issue/draw-certificate-papers.ts'
import { readCohortPapers } from '../certificate/register/draw-cohort-file.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { cohortFacts } from '../graduation/cohort-facts-store.ts'
import { drawPaper } from '../paper/draw-open-paper.ts'
import { factsReader, withVersion } from '../paper/paper-source.ts'
import { readPictures } from '../paper/read-pictures.ts'
import { type ContentsEntry, drawContents } from './documents/contents.ts'
import { drawScanPage } from './documents/scan-page.ts'
import { type FiledPaper, filedPapers } from './folder-rows.ts'
import { scansOfFile } from './read-filed-scans.ts'

export type FileRequest = {
  code: string
  size: PaperSize | null
  scanPlace: ScanPlace
  /** Null for all papers. */
  keys: readonly PaperKey[] | null
}

/** Sheets drawn with this version, to be stored before the file is returned. */
type DrawnSheets = { key: PaperKey; version: number; sheets: ReturningSheet[] }
/** By paper: the version for its sheets if that of the class would move known boxes. */
export type SheetVersions = ReadonlyMap<PaperKey, number>

type Draw = () => DrawnPages | Promise<DrawnPages>
type DrawnPages = Pick<DrawnPaper, 'drawn' | 'warnings'> & Partial<ReturningPaper>
/** A line of the checklist with its scans; `draw` has the data of its paper, null if it is not in the file. */
type Part = { row: FiledPaper; scans: StoredFile[]; draw: Draw | null }
type Page = DrawnPage | ForeignPage
type Made = { pages: Page[]; signed: boolean; warnings: string[]; sheets: ReturningSheet[] }

/**
 * All papers of a class in one file: cover, contents, papers in order, signed scans in their place, each page in its own size, with bookmarks and
 * page numbers.
 * @throws DomainError file_cancelled, file_too_large, file_missing, file_damaged
 */
export async function makeCohortFile(
  scope: ReadingScope,
  request: FileRequest,
  versions: SheetVersions,
  work: Work<FileProgress>,
) {
  const { code } = request
  const pictures = await readPictures(
    scope,
    scope.read(({ db }) => getCohort(db, code)),
  )
  const { parts, facts, size } = scope.read(query => readParts(scope, query, request, versions, pictures))
  const createdOn = printedDate(facts.printedAt)
  const total = parts.filter(part => part.draw !== null).length + 1
  const made = new Map<Part, Made>()
  const step = () => {
    work.progress = { done: made.size, total }
    return work.pause()
  }
  for (const part of parts) {
    if (part.draw === null) continue
    await step()
    made.set(part, await makePart(scope, part, part.draw, request.scanPlace, createdOn))
  }
  await step()

  // The contents follow the cover, so their length is known before their page numbers.
  const [first] = made
  const at = first && isCover(first[0]) ? first[1].pages.length : 0
  const contents = (starts: ReadonlyMap<Part, number>) => {
    const entries = parts.map(part => entryOf(part, starts.get(part), made.get(part)?.signed))
    const { drawn } = drawContents({ ...facts, entries }, size)
    return { entries, drawn }
  }
  const { entries, drawn } = contents(startsOf(made, at, contents(new Map()).drawn.length))
  const pages = [...made.values()].flatMap(({ pages }) => pages).toSpliced(at, 0, ...drawn)

  const author = facts.centre.lines.at(-1) ?? 'Balai'
  const file = new PdfFile({ title: `Berkas ${code}`, author, createdOn, mixed: true })
  for (const [index, page] of pages.entries()) {
    await work.pause()
    const over = drawPageStamp(`${code} · ${index + 1} dari ${pages.length}`, page, createdOn)
    if ('parts' in page) file.add(page, over)
    else file.addForeign(page, over)
  }
  file.bookmark(bookmarksOf(entries, at))
  return {
    bytes: file.finish(),
    pages: pages.length,
    sheets: [...made].map(
      ([{ row }, { sheets }]): DrawnSheets => ({
        key: row.key,
        version: versions.get(row.key) ?? facts.cohort.sheetVersion,
        sheets,
      }),
    ),
    warnings: [...new Set([...made.values()].flatMap(({ warnings }) => warnings))],
  }
}

/** Reads the data of all papers in one consistent view, so that later changes are in none of them. */
function readParts(
  scope: ReadingScope,
  query: QueryScope,
  { code, size: chosenSize, keys }: FileRequest,
  versions: SheetVersions,
  pictures: Awaited<ReturnType<typeof readPictures>>,
) {
  const { db } = query
  const cohort = getCohort(db, code)
  const files = scansOfFile(db, cohort.id)
  const scans = Map.groupBy(files, file => file.key)
  const size = chosenSize ?? getCentre(db).paperSize
  const factsOf = factsReader(query, cohort)
  const drawingOf = (key: PaperKey): Draw => {
    // Issued papers are frozen and cannot be corrected.
    if (key === 'certificate' || key === 'statement')
      return async () => {
        const { papers, look } = await readCohortPapers(scope, code, key, chosenSize)
        return { drawn: drawPapers(key, papers, look).drawn, warnings: [] }
      }
    const facts = withVersion(factsOf(key), versions.get(key))
    const whole = { day: null, from: null, position: null }
    return () => drawPaper(key, facts, size, whole, pictures)
  }
  const rows = filedPapers(db, cohort).filter(row => keys === null || keys.includes(row.key))
  const parts = rows.map((row): Part => {
    const isFiled = row.state !== 'UNUSED' && row.waitsFor === null
    return { row, scans: scans.get(row.key) ?? [], draw: isFiled ? drawingOf(row.key) : null }
  })
  return { parts, facts: cohortFacts(db, query, cohort), size }
}

async function makePart(
  scope: ReadingScope,
  { row, scans }: Part,
  draw: Draw,
  scanPlace: ScanPlace,
  createdOn: PlainDate,
): Promise<Made> {
  const scanned = await Promise.all(scans.map(scan => pagesOfScan(scope, scan, createdOn)))
  const signed = scanned.some(pages => pages !== null)
  const warnings = scanned
    .filter(pages => pages === null)
    .map(() => 'sebuah hasil scan tidak dapat dibaca. Pindai ulang, atau simpan sebagai JPEG.')
  const pages: Page[] = scanned.flatMap(pages => pages ?? [])
  const sheets: ReturningSheet[] = []
  // While scanned sheets are incomplete, the other days are only on the drawn paper.
  const isWhole = row.scans.length > 0 || row.sheets === null || row.sheets.back >= row.sheets.of
  if (scanPlace === 'AFTER' || !signed || !isWhole) {
    const paper = await draw()
    sheets.push(...(paper.sheets ?? []))
    pages.unshift(...paper.drawn)
    warnings.unshift(...paper.warnings)
  }
  return { pages, signed, sheets, warnings: warnings.map(warning => `${row.title}: ${warning}`) }
}

async function pagesOfScan(
  scope: ReadingScope,
  scan: StoredFile,
  createdOn: PlainDate,
): Promise<readonly Page[] | null> {
  const bytes = await readStoredFile(scope.workspace, scan)
  return scan.type === 'application/pdf' ? readForeignPages(bytes) : (drawScanPage(bytes, createdOn)?.drawn ?? null)
}

function isCover({ row }: Part): boolean {
  return row.key === 'cover'
}

/** First page (from 1) of each part after `length` pages were inserted before page `at` (from 0). */
function startsOf(made: ReadonlyMap<Part, Made>, at: number, length: number): Map<Part, number> {
  let start = 0
  return new Map(
    [...made].map(([part, { pages }]) => {
      const before = start
      start += pages.length
      return [part, before + 1 + (before >= at ? length : 0)]
    }),
  )
}

function entryOf({ row }: Part, page: number | null = null, signed = false): ContentsEntry {
  const { section, title, state, verdict, waitsFor } = row
  const note =
    state === 'UNUSED'
      ? `tidak dipakai: ${verdict?.note ?? ''}`
      : (waitsFor?.replace(/\.$/, '').toLowerCase() ?? (signed ? 'hasil scan bertanda tangan' : ''))
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
