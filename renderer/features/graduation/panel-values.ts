import { z } from 'zod'
import type { Officer } from '../../../shared/features/centre/contract.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { type PanelMember, panelDraft } from '../../../shared/features/graduation/contract.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { plainDateSchema } from '../../../shared/kernel/schema.ts'

/** Values of the panel while it is prepared; `heldOn` null is today. */
export const panelValues = z.object({
  heldOn: plainDateSchema.nullable(),
  place: z.string(),
  members: z.array(z.object({ name: z.string(), role: z.string() })),
  overrides: panelDraft.shape.overrides,
})
export type PanelValues = z.infer<typeof panelValues>

export const emptyPanel: PanelValues = { heldOn: null, place: '', members: [], overrides: [] }

/** The usual members: the official in office that day, the instructors of the class, and who keeps the minutes. */
export function usualMembers(
  cohort: Cohort,
  officers: readonly Officer[],
  operator: string,
  heldOn: PlainDate,
): PanelMember[] {
  const chair = officers.find(
    officer =>
      officer.role === 'HEAD' &&
      officer.validFrom <= heldOn &&
      (officer.validUntil === null || officer.validUntil >= heldOn),
  )
  const teachers = new Set(cohort.days.flatMap(day => day.instructors.map(person => person.name)))
  return [
    ...(chair ? [{ name: chair.name, role: 'Ketua' }] : []),
    ...[...teachers].map(name => ({ name, role: 'Anggota' })),
    { name: operator, role: 'Notulis' },
  ]
}
