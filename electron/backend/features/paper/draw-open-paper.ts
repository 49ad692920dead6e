import type { CohortLetterFacts } from '../../../../shared/facts/letter-facts.ts'
import type { ListFacts } from '../../../../shared/facts/list-facts.ts'
import { isListPaper, isPersonPaper } from '../../../../shared/facts/paper-key.ts'
import type { PersonPaperFacts } from '../../../../shared/facts/person-facts.ts'
import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import { isCohortLetter } from '../../../../shared/features/letter/letter-key.ts'
import type { FactGroup } from '../../../../shared/features/print/fact-group.ts'
import { hasTable, writeTableWorkbook } from '../../office/write-table-workbook.ts'
import { writeWord } from '../../office/write-word.ts'
import { watchFacts } from '../../paper-kit/fact-digests.ts'
import type { ReturningPaper, ReturningSheet } from '../../paper-kit/returning-sheet.ts'
import type { DrawnPaper } from '../../pdf/sheet.ts'
import { drawCohortLetter } from '../letter/draw-cohort-letter.ts'
import { drawPersonPaper } from '../letter/draw-person-paper.ts'
import { type CohortPaperFacts, chosenDays, drawCohortPaper, type PaperPart } from './draw-cohort-paper.ts'
import { drawKeyedList } from './draw-keyed-list.ts'
import type { OpenPaperKey, PaperFacts, Pictures } from './paper-source.ts'

/** Plain data for a thread. */
export type OpenPaper = {
  key: OpenPaperKey
  facts: PaperFacts
  size: PaperSize
  part: PaperPart
  pictures: Pictures
  format: 'pdf' | 'docx' | 'xlsx'
  title: string
}

type DrawnOpenPaper = {
  /** Null for a sheet without a table. */
  bytes: Uint8Array<ArrayBuffer> | null
  warnings: string[]
  sheets: ReturningSheet[]
  /** Groups of data that were read. */
  read: FactGroup[]
}

/** Draws the paper and records which groups of data it reads. @throws DomainError not_found */
export async function drawOpenPaper({
  key,
  facts,
  size,
  part,
  pictures,
  format,
  title,
}: OpenPaper): Promise<DrawnOpenPaper> {
  const watched = watchFacts(facts)
  const paper = drawPaper(key, watched.facts, size, part, pictures)
  const bytes = await bytesOf()
  return { bytes, warnings: paper.warnings, sheets: paper.sheets ?? [], read: watched.groupsRead() }

  async function bytesOf() {
    if (format === 'pdf') return Uint8Array.from(paper.bytes)
    if (format === 'docx') return writeWord(title, paper.outline)
    return hasTable(paper.outline) ? writeTableWorkbook(title, paper.outline) : null
  }
}

/** Draws a paper from the facts that were read for the same key. @throws DomainError not_found */
export function drawPaper(
  key: OpenPaperKey,
  facts: PaperFacts,
  size: PaperSize,
  part: PaperPart,
  pictures: Pictures,
): DrawnPaper & Partial<ReturningPaper> {
  if (isPersonPaper(key)) return drawPersonPaper(key, facts as PersonPaperFacts, size)
  if (isCohortLetter(key)) return drawCohortLetter(facts as CohortLetterFacts, size, pictures)
  if (isListPaper(key)) {
    const list: ListFacts = { ...(facts as ListFacts), pictures }
    return drawKeyedList(key, list, size, chosenDays(list.days, part))
  }
  return drawCohortPaper(key, facts as CohortPaperFacts, size, part)
}
