import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import type { FactGroup } from '../../../../shared/features/print/fact-group.ts'
import { hasTable, writeTableWorkbook } from '../../office/write-table-workbook.ts'
import { writeWord } from '../../office/write-word.ts'
import { watchFacts } from '../../paper-kit/fact-digests.ts'
import type { ReturningSheet } from '../../paper-kit/returning-sheet.ts'
import type { Asked } from './draw-cohort-paper.ts'
import { drawPaper, type OpenPaperKey, type PaperFacts, type Pictures } from './paper-source.ts'

/** Plain data, for a thread. */
export type OpenPaper = {
  key: OpenPaperKey
  facts: PaperFacts
  size: PaperSize
  asked: Asked
  pictures: Pictures
  format: 'pdf' | 'docx' | 'xlsx'
  title: string
}

type DrawnOpenPaper = {
  /** Null for a sheet of a paper that has no table. */
  bytes: Uint8Array<ArrayBuffer> | null
  warnings: string[]
  sheets: ReturningSheet[]
  /** Groups of the facts that it reads. */
  read: FactGroup[]
}

/** Draws from the facts, and watches which groups of them it reads. @throws DomainError not_found */
export async function drawOpenPaper({
  key,
  facts,
  size,
  asked,
  pictures,
  format,
  title,
}: OpenPaper): Promise<DrawnOpenPaper> {
  const watched = watchFacts(facts)
  const paper = drawPaper(key, watched.facts, size, asked, pictures)
  const bytes = await bytesOf()
  return { bytes, warnings: paper.warnings, sheets: paper.sheets ?? [], read: watched.groupsRead() }

  async function bytesOf() {
    if (format === 'pdf') return Uint8Array.from(paper.bytes)
    if (format === 'docx') return writeWord(title, paper.outline)
    return hasTable(paper.outline) ? writeTableWorkbook(title, paper.outline) : null
  }
}
