import type { Ranked } from './ranking.ts'
import { type Outcome, type StageKind, stageKinds } from './registration.ts'

/** Events of an applicant, oldest first. None is ever deleted, only reverted by another. */
export const eventKinds = [
  'WITHDRAWN',
  'WITHDRAWAL_UNDONE',
  'PROMOTED',
  'RE_REGISTERED',
  'RE_REGISTRATION_UNDONE',
  'ENROLLED',
] as const
export type EventKind = (typeof eventKinds)[number]

export type Progress = {
  withdrawn: boolean
  /** Moved up from the reserves. */
  promoted: boolean
  reRegistered: boolean
  /** On the list of the class, even if left later. */
  enrolled: boolean
  /** Left the class. */
  left: boolean
}

/** `place` is read from the class itself, where people can be added, leave and be removed. */
export function progressOf(events: readonly { kind: EventKind }[], place: 'none' | 'member' | 'left'): Progress {
  const progress: Progress = {
    withdrawn: false,
    promoted: false,
    reRegistered: false,
    enrolled: place !== 'none',
    left: place === 'left',
  }
  for (const { kind } of events) {
    if (kind === 'WITHDRAWN' || kind === 'WITHDRAWAL_UNDONE') progress.withdrawn = kind === 'WITHDRAWN'
    if (kind === 'RE_REGISTERED' || kind === 'RE_REGISTRATION_UNDONE') progress.reRegistered = kind === 'RE_REGISTERED'
    if (kind === 'PROMOTED') progress.promoted = true
  }
  return progress
}

/** registered: no stage yet · assessed: all stages have results, not stipulated · the others as in the Indonesian labels. */
export type ApplicantState =
  | 'registered'
  | 'administration'
  | 'test'
  | 'interview'
  | 'assessed'
  | Outcome
  | 'promoted'
  | 're_registered'
  | 'in_class'
  | 'left_class'
  | 'withdrawn'

/** State of an applicant; `decision` is the stipulated one, null before. */
export function applicantState(
  progress: Progress,
  decision: Outcome | null,
  { standing, stage }: Pick<Ranked, 'standing' | 'stage'>,
  firstStage: StageKind | null,
): ApplicantState {
  if (progress.withdrawn) return 'withdrawn'
  if (progress.enrolled && decision !== null) return progress.left ? 'left_class' : 'in_class'
  if (progress.reRegistered) return 're_registered'
  if (progress.promoted) return 'promoted'
  if (decision !== null) return decision
  if (standing !== 'incomplete') return 'assessed'
  return stage === null || stage === firstStage ? 'registered' : waiting[stage]
}

const waiting: Record<StageKind, ApplicantState> = {
  ADMINISTRATION: 'administration',
  TEST: 'test',
  INTERVIEW: 'interview',
}

const names: Record<ApplicantState, string> = {
  registered: 'Pendaftaran',
  administration: 'Menunggu administrasi',
  test: 'Menunggu tes',
  interview: 'Menunggu wawancara',
  assessed: 'Selesai diseleksi',
  accepted: 'Lulus seleksi',
  reserve: 'Cadangan',
  rejected: 'Tidak lulus seleksi',
  promoted: 'Naik dari cadangan',
  re_registered: 'Daftar ulang',
  in_class: 'Di kelas',
  left_class: 'Keluar dari kelas',
  withdrawn: 'Mengundurkan diri',
}

export function applicantStateName(state: ApplicantState): string {
  return names[state]
}

/** Has a place: accepted or moved up, and not given up. */
export function holdsPlace(progress: Progress, decision: Outcome | null): boolean {
  return !progress.withdrawn && !progress.left && (decision === 'accepted' || progress.promoted)
}

/** The first stage of a registration, in the order of the kinds; null if it has none. */
export function firstStageOf(stages: readonly { kind: StageKind }[]): StageKind | null {
  return stageKinds.find(kind => stages.some(stage => stage.kind === kind)) ?? null
}
