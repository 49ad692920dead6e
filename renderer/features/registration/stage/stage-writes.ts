import type { Applicant, ResultEntry } from '../../../../shared/features/registration/contract.ts'
import { priorities, type StageKind } from '../../../../shared/features/registration/registration.ts'
import { readScore } from '../../../../shared/features/score/score.ts'
import type { KeyGridWrite } from '../../../ui/grid/key-grid.tsx'
import { formatScoreProblem } from '../../score/score-writes.ts'

/** The column that is written: the priority group, or the result of a stage. */
export type ResultColumn = 'priority' | StageKind

interface StageWrites {
  entries: ResultEntry[]
  /** The present values of the same cells. */
  before: ResultEntry[]
  /** Texts that could not be read, with their cell. */
  rejected: string[]
}

/** Parses typed or pasted cells into one entry a person: '1', 'M', '85,6', empty. */
export function stageWrites(changes: readonly KeyGridWrite[], applicants: readonly Applicant[]): StageWrites {
  const writes: StageWrites = { entries: [], before: [], rejected: [] }
  for (const { rowKey, columnKey, text } of changes) {
    const applicant = applicants.find(one => one.id === rowKey)
    if (!applicant) continue
    const read = readCell(columnKey as ResultColumn, text)
    if (typeof read === 'string') {
      writes.rejected.push(`${read} (${applicant.name})`)
      continue
    }
    writes.entries.push({ applicantId: applicant.id, ...read })
    writes.before.push({ applicantId: applicant.id, ...present(columnKey as ResultColumn, applicant) })
  }
  return writes
}

/** An applicant with an unsaved entry applied. Whether they passed is calculated by the backend. */
export function withResults(
  applicant: Applicant,
  { priority = applicant.priority, administration, test, interview }: ResultEntry,
): Applicant {
  const results = {
    ...applicant.results,
    ...(administration !== undefined && { ADMINISTRATION: administration }),
    ...(test !== undefined && { TEST: test }),
    ...(interview !== undefined && { INTERVIEW: interview }),
  }
  return { ...applicant, priority, results }
}

type Part = Omit<ResultEntry, 'applicantId'>

/** The part of an entry, or the error text. */
function readCell(column: ResultColumn, text: string): Part | string {
  const typed = text.trim().toUpperCase()
  if (column === 'priority') {
    const priority = priorities[Number(typed) - 1]
    return priority ? { priority } : `“${text}” bukan prioritas, tulis 1, 2 atau 3`
  }
  if (column === 'ADMINISTRATION') {
    if (typed === '') return { administration: null }
    if (typed === 'M' || typed === 'MEMENUHI') return { administration: true }
    if (typed === 'T' || typed === 'TIDAK') return { administration: false }
    return `“${text}” bukan hasil, tulis M atau T`
  }
  const read = readScore(text)
  if (!read.ok && read.problem.code !== 'empty') return formatScoreProblem(read.problem, text)
  const score = read.ok ? read.score : null
  return column === 'TEST' ? { test: score } : { interview: score }
}

function present(column: ResultColumn, { priority, results }: Applicant): Part {
  switch (column) {
    case 'priority':
      return { priority }
    case 'ADMINISTRATION':
      return { administration: results.ADMINISTRATION }
    case 'TEST':
      return { test: results.TEST }
    case 'INTERVIEW':
      return { interview: results.INTERVIEW }
  }
}
