import type { Occasion, Outcome, Priority, StageKind } from './registration.ts'

const stageNames: Record<StageKind, string> = {
  ADMINISTRATION: 'Administrasi',
  TEST: 'Tes tertulis',
  INTERVIEW: 'Wawancara',
}
export function stageName(kind: StageKind): string {
  return stageNames[kind]
}

const occasionNames: Record<Occasion, string> = {
  TEST: 'Tes tertulis',
  INTERVIEW: 'Wawancara',
  RE_REGISTRATION: 'Daftar ulang',
}
export function occasionName(occasion: Occasion): string {
  return occasionNames[occasion]
}

const priorityNames: Record<Priority, string> = {
  EXTREME_POOR: 'Miskin ekstrem',
  POOR: 'Miskin',
  GENERAL: 'Umum',
}
export function priorityName(priority: Priority): string {
  return priorityNames[priority]
}

const outcomeNames: Record<Outcome, string> = { accepted: 'Lulus', reserve: 'Cadangan', rejected: 'Tidak' }
export function outcomeName(outcome: Outcome): string {
  return outcomeNames[outcome]
}

/** Text of the tie rules, for page and paper. */
export const tieRuleText =
  'Nilai sama: kelompok prioritas lebih dulu, lalu tanggal daftar lebih awal, lalu keputusan panitia dengan alasan.'
