import type { GraduationRow, PanelDraft } from '../../../shared/features/graduation/contract.ts'
import type { Outcome } from '../../../shared/features/graduation/graduation.ts'
import type { EnrolmentId } from '../../../shared/ids.ts'

/** A decision of the panel that differs from the proposal. */
export type Override = PanelDraft['overrides'][number]
export type Overrides = ReadonlyMap<EnrolmentId, Override>

/** The present outcome of a person: the decision, else the choice of the panel, else the proposal. */
export function outcomeOf(row: GraduationRow, overrides: Overrides): Outcome {
  return row.decision ?? overrides.get(row.enrolmentId)?.decision ?? row.proposal
}

/** True if the outcome differs from the proposal. */
export function differs(row: GraduationRow, overrides: Overrides): boolean {
  return outcomeOf(row, overrides) !== row.proposal
}

export interface PanelGroups {
  /** Failed, left, or different from the proposal. */
  discussed: GraduationRow[]
  /** Meet all rules. */
  passing: GraduationRow[]
  /** Some data is missing. */
  incomplete: GraduationRow[]
}

/** People in the order in which a panel discusses them. */
export function panelGroups(rows: readonly GraduationRow[], overrides: Overrides): PanelGroups {
  const groups: PanelGroups = { discussed: [], passing: [], incomplete: [] }
  for (const row of rows) {
    if (row.proposal === 'incomplete') groups.incomplete.push(row)
    else if (row.proposal === 'passed' && !differs(row, overrides)) groups.passing.push(row)
    else groups.discussed.push(row)
  }
  return groups
}

const outcomeNames: Record<Outcome, string> = {
  passed: 'lulus',
  failed: 'tidak lulus',
  withdrawn: 'mengundurkan diri',
  expelled: 'dikeluarkan',
  incomplete: 'belum lengkap',
}

export function outcomeName(outcome: Outcome): string {
  return outcomeNames[outcome]
}

/** ['12 lulus', '3 tidak lulus', '1 mengundurkan diri']; zero counts are left out. */
export function resultParts(rows: readonly GraduationRow[], overrides: Overrides): string[] {
  const counts: Record<Outcome, number> = { passed: 0, failed: 0, withdrawn: 0, expelled: 0, incomplete: 0 }
  for (const row of rows) counts[outcomeOf(row, overrides)] += 1
  return (Object.keys(counts) as Outcome[])
    .filter(outcome => counts[outcome] > 0)
    .map(outcome => `${counts[outcome]} ${outcomeNames[outcome]}`)
}
