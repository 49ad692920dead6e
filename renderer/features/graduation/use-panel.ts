import { useState } from 'react'
import type { Officer } from '../../../shared/features/centre/contract.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { Graduation, GraduationRow, PanelMember } from '../../../shared/features/graduation/contract.ts'
import type { EnrolmentId } from '../../../shared/ids.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useSession, useToday } from '../../app/client.ts'
import { type KeptDraft, useKeptDraft } from '../../app/use-kept-draft.ts'
import { type Override, type Overrides, outcomeOf, type PanelGroups, panelGroups } from './panel-outcome.ts'
import { emptyPanel, type PanelValues, panelValues, usualMembers } from './panel-values.ts'

export interface PanelState {
  heldOn: PlainDate
  place: string
  members: readonly PanelMember[]
  overrides: Overrides
  groups: PanelGroups
  /** The person shown. */
  current: EnrolmentId | null
  editing: { enrolmentId: EnrolmentId; decision: Override['decision'] } | null
  error: string | null
  pending: boolean
  /** An unfinished panel of an earlier visit. */
  draft: KeptDraft<PanelValues>
  takeDraft: (values: PanelValues) => void
  goTo: (enrolmentId: EnrolmentId) => void
  step: (by: 1 | -1) => void
  /** Decides about the current person; a different decision than proposed asks for a reason. */
  choose: (decision: Override['decision']) => void
  chooseFor: (row: GraduationRow, decision: Override['decision']) => void
  giveReason: (row: GraduationRow, reason: string) => void
  stopEditing: () => void
  setSession: (session: { heldOn: PlainDate; place: string; members: readonly PanelMember[] }) => void
  decide: () => Promise<void>
}

/** What a panel prepares before it decides; saved as a draft while the page is open. */
export function usePanel(cohort: Cohort, graduation: Graduation, officers: readonly Officer[]): PanelState {
  const today = useToday()
  const { operator } = useSession()
  const decided = graduation.panel
  const [values, setValues] = useState(emptyPanel)
  const [current, setCurrent] = useState<EnrolmentId | null>(null)
  const [editing, setEditing] = useState<PanelState['editing']>(null)
  const decision = useCommand(api.graduation.decide, {
    done: ({ passed, failed, withdrawn }) =>
      `Hasil sidang ditetapkan: ${passed} lulus, ${failed} tidak lulus${withdrawn > 0 ? `, ${withdrawn} keluar` : ''}.`,
  })
  const kept = useKeptDraft(`sidang.${cohort.code}`, panelValues, values, decided === null && values !== emptyPanel)

  const heldOn = decided?.heldOn ?? values.heldOn ?? (today < cohort.end ? cohort.end : today)
  const place = decided?.place ?? values.place
  const members =
    decided?.members ??
    (values.members.length > 0 ? values.members : usualMembers(cohort, officers, operator.name, heldOn))
  const overrides: Overrides = new Map(values.overrides.map(override => [override.enrolmentId, override]))
  const groups = panelGroups(graduation.rows, overrides)
  const order = [...groups.discussed, ...groups.incomplete, ...groups.passing]
  const here = order.find(row => row.enrolmentId === current) ?? order[0]

  function chooseFor(row: GraduationRow, wanted: Override['decision']) {
    setCurrent(row.enrolmentId)
    if (row.proposal !== 'passed' && row.proposal !== 'failed') return
    if (wanted === row.proposal) {
      setEditing(null)
      if (overrides.has(row.enrolmentId))
        setValues({ ...values, overrides: values.overrides.filter(one => one.enrolmentId !== row.enrolmentId) })
    } else if (outcomeOf(row, overrides) !== wanted) setEditing({ enrolmentId: row.enrolmentId, decision: wanted })
  }

  return {
    heldOn,
    place,
    members,
    overrides,
    groups,
    current: here?.enrolmentId ?? null,
    editing,
    error: decision.error,
    pending: decision.pending,
    draft: { ...kept, offered: decided === null ? kept.offered : null },
    takeDraft: setValues,
    goTo: setCurrent,
    step(by) {
      const at = here ? order.indexOf(here) : -1
      const to = order[Math.max(0, Math.min(order.length - 1, at + by))]
      if (to) setCurrent(to.enrolmentId)
    },
    choose(wanted) {
      if (here) chooseFor(here, wanted)
    },
    chooseFor,
    giveReason(row, reason) {
      if (!editing) return
      const others = values.overrides.filter(one => one.enrolmentId !== row.enrolmentId)
      setValues({
        ...values,
        overrides: [...others, { enrolmentId: row.enrolmentId, decision: editing.decision, reason }],
      })
      setEditing(null)
    },
    stopEditing: () => setEditing(null),
    setSession: session => setValues({ ...values, ...session, members: [...session.members] }),
    async decide() {
      if (decided !== null || graduation.missing.length > 0) return
      const done = await decision.run({
        code: cohort.code,
        heldOn,
        place,
        members: [...members],
        overrides: values.overrides,
        seen: graduation.rows.map(({ enrolmentId, proposal }) => ({ enrolmentId, proposal })),
      })
      if (!done) return
      kept.forget()
      setValues(emptyPanel)
    },
  }
}
