import { type ScoreEntry, type ScoreGrid, type ScoreRow, scoreEntry } from '../../../shared/features/score/contract.ts'
import { readScore, type ScoreProblem } from '../../../shared/features/score/score.ts'
import type { CohortElementId, CohortUnitId } from '../../../shared/ids.ts'
import type { KeyGridWrite } from '../../ui/grid/key-grid.tsx'
import { readColumn } from './score-columns.ts'

interface ScoreWrites {
  entries: ScoreEntry[]
  /** The present values of the same cells. */
  before: ScoreEntry[]
  /** Texts that could not be read, with their cell. */
  rejected: string[]
}

/** Parses typed or pasted cells into one entry a person: '85,6', 'K', 'BK', empty. */
export function scoreWrites(
  changes: readonly KeyGridWrite[],
  rows: readonly ScoreRow[],
  units: ScoreGrid['units'] = [],
): ScoreWrites {
  const entries = new Map<number, ScoreEntry>()
  const before = new Map<number, ScoreEntry>()
  const rejected: string[] = []
  for (const { rowKey, columnKey, text } of changes) {
    const row = rows.find(one => one.enrolmentId === rowKey)
    const column = readColumn(columnKey)
    if (!row || !column || column.kind === 'final') continue
    const entry = entries.get(row.enrolmentId) ?? { enrolmentId: row.enrolmentId }
    const old = before.get(row.enrolmentId) ?? { enrolmentId: row.enrolmentId }
    if (column.kind === 'result' || column.kind === 'element') {
      const read = readResult(text)
      const unit = units.find(one =>
        column.kind === 'result' ? one.id === column.unitId : one.elements.some(({ id }) => id === column.elementId),
      )
      if (read.ok) {
        if (column.kind === 'result') putUnit(entry, column.unitId, { result: read.result })
        else putElement(entry, column.elementId, { result: read.result })
        // A unit and its elements depend on each other, so undo needs all of them.
        const unitId = column.kind === 'result' ? column.unitId : unit?.id
        if (unitId !== undefined) putUnit(old, unitId, { result: unitOf(row, unitId)?.result ?? null })
        for (const { id } of unit?.elements ?? []) putElement(old, id, { result: elementOf(row, id)?.result ?? null })
      } else rejected.push(`“${text}” untuk ${row.name}: tulis K atau BK`)
    } else {
      const read = readScore(text)
      const score = read.ok ? read.score : null
      if (!read.ok && read.problem.code !== 'empty')
        rejected.push(`${formatScoreProblem(read.problem, text)} (${row.name})`)
      else if (column.kind === 'unitScore') {
        putUnit(entry, column.unitId, { score })
        putUnit(old, column.unitId, { score: unitOf(row, column.unitId)?.score ?? null })
      } else if (column.kind === 'elementScore') {
        putElement(entry, column.elementId, { score })
        putElement(old, column.elementId, { score: elementOf(row, column.elementId)?.score ?? null })
      } else {
        entry[column.kind] = score
        old[column.kind] = row[column.kind]
      }
    }
    entries.set(row.enrolmentId, entry)
    before.set(row.enrolmentId, old)
  }
  const written = [...entries.values()].filter(hasContent)
  return { entries: written, before: [...before.values()].filter(hasContent), rejected }
}

/** A row with an unsaved entry applied. Derived values are calculated by the backend. */
export function withEntry(row: ScoreRow, { theory, practice, units, elements }: ScoreEntry): ScoreRow {
  return {
    ...row,
    ...(theory !== undefined && { theory }),
    ...(practice !== undefined && { practice }),
    units: (units ?? []).reduce(
      (now, typed) => withPart(now, { ...typed, result: null, score: null }, typed, one => one.unitId),
      row.units,
    ),
    elements: (elements ?? []).reduce(
      (now, typed) => withPart(now, { ...typed, result: null, score: null }, typed, one => one.elementId),
      row.elements,
    ),
  }
}

type Judged = { result: ScoreRow['units'][number]['result']; score: number | null }

function withPart<Part extends Judged>(
  parts: Part[],
  empty: NoInfer<Part>,
  { result, score }: UnitPart,
  idOf: (part: Part) => number,
): Part[] {
  const written = { ...(result !== undefined && { result }), ...(score !== undefined && { score }) }
  const known = parts.some(part => idOf(part) === idOf(empty))
  return (known ? parts : [...parts, empty]).map(part => (idOf(part) === idOf(empty) ? { ...part, ...written } : part))
}

/** Why a text is not a score, and what would be one. */
export function formatScoreProblem(problem: ScoreProblem, text: string): string {
  switch (problem.code) {
    case 'empty':
      return 'Nilai kosong'
    case 'not_a_number':
      return `“${text}” bukan nilai, tulis seperti 85,6`
    case 'too_precise':
      return `“${text}” punya ${problem.decimals} angka di belakang koma, paling banyak 2`
    case 'out_of_range':
      return `“${text}” di luar 0 s.d. 100`
  }
}

type UnitPart = { result?: 'K' | 'BK' | null | undefined; score?: number | null | undefined }

/** Score and result of a unit pasted together belong into one part of the entry. */
function putUnit(entry: ScoreEntry, unitId: CohortUnitId, part: UnitPart): void {
  const units = entry.units ?? []
  const present = units.find(unit => unit.unitId === unitId)
  entry.units = present
    ? units.map(unit => (unit === present ? { ...unit, ...part } : unit))
    : [...units, { unitId, ...part }]
}

function putElement(entry: ScoreEntry, elementId: CohortElementId, part: UnitPart): void {
  const elements = entry.elements ?? []
  const present = elements.find(element => element.elementId === elementId)
  entry.elements = present
    ? elements.map(element => (element === present ? { ...element, ...part } : element))
    : [...elements, { elementId, ...part }]
}

function elementOf(row: ScoreRow, elementId: CohortElementId) {
  return row.elements.find(element => element.elementId === elementId)
}

function unitOf(row: ScoreRow, unitId: CohortUnitId) {
  return row.units.find(unit => unit.unitId === unitId)
}

function readResult(text: string): { ok: true; result: 'K' | 'BK' | null } | { ok: false } {
  const typed = text.trim().toUpperCase()
  if (typed === '' || typed === '–' || typed === '-') return { ok: true, result: null }
  if (typed === 'K' || typed === 'KOMPETEN') return { ok: true, result: 'K' }
  if (typed === 'B' || typed === 'BK' || typed === 'BELUM KOMPETEN') return { ok: true, result: 'BK' }
  return { ok: false }
}

function hasContent(entry: ScoreEntry): boolean {
  return Object.keys(entry).length > 1 && scoreEntry.safeParse(entry).success
}
