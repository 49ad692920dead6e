import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { FolderRow } from '../../../shared/features/folder/contract.ts'
import { comesBackSigned, stageOf } from '../../../shared/features/paper/paper-stage.ts'

export type Dot = 'done' | 'next' | 'later' | 'none' | 'changed'
/** Made, printed, scanned, checked. */
export type Dots = readonly [Dot, Dot, Dot, Dot]

/** What to do with a paper now; `wait` says why nothing can be done. */
type PaperAct = { kind: 'print' | 'scan' | 'check'; label: string } | { kind: 'wait'; label: string } | { kind: 'none' }

export interface PaperStanding {
  dots: Dots
  act: PaperAct
  /** Nothing more is required. */
  complete: boolean
}

/** How far a paper is from creation to check, and its next action. */
export function standingOf(row: FolderRow, cohort: Pick<Cohort, 'days'>): PaperStanding {
  const { printed, state, waitsFor, verdict, sheets } = row
  const over = cohort.days.every(day => day.closed !== null)
  const waits =
    waitsFor ?? (stageOf(row.key).late && !over && !printed ? `setelah hari ke-${cohort.days.length}` : null)
  const signed = comesBackSigned(row.key)
  const isBack = row.scans.length > 0 || (sheets !== null && sheets.back >= sheets.of)
  const checked = state === 'CHECKED'
  if (state === 'UNUSED')
    return { dots: ['none', 'none', 'none', 'none'], act: { kind: 'wait', label: 'tidak dipakai' }, complete: true }
  const changed = printed !== null && printed.changed.length > 0
  const steps: Dot[] = [
    waits === null ? 'done' : 'later',
    changed && !checked ? 'changed' : printed ? 'done' : 'later',
    signed ? (isBack ? 'done' : 'later') : 'none',
    checked ? 'done' : 'later',
  ]
  const open = checked || waits !== null ? -1 : steps.findIndex(step => step === 'later' || step === 'changed')
  const dots = steps.map((step, at) => (at === open && step === 'later' ? 'next' : step)) as unknown as Dots
  return { dots, act: actOf(), complete: checked || (isBack && verdict?.verdict !== 'RETURNED') }

  function actOf(): PaperAct {
    if (waits !== null) return { kind: 'wait', label: waits.replace(/\.$/, '') }
    if (verdict?.verdict === 'RETURNED') return { kind: 'scan', label: 'Pindai lagi' }
    if (changed && !checked) return { kind: 'print', label: 'Cetak lagi' }
    if (open === 1) return { kind: 'print', label: 'Cetak' }
    if (open === 2) return { kind: 'scan', label: sheets ? `Pindai ${sheets.of - sheets.back} lembar` : 'Pindai' }
    return open === 3 ? { kind: 'check', label: 'Periksa' } : { kind: 'none' }
  }
}

/** True if the paper can be worked on now. */
export function isDue({ act }: PaperStanding): boolean {
  return act.kind === 'print' || act.kind === 'scan' || act.kind === 'check'
}
