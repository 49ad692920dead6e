import { hundredths } from '../../kernel/number-format.ts'
import type { Reason } from './graduation.ts'

const nbsp = '\u00a0'
const scoreNames = { theory: 'teori', practice: 'praktik' }

/** What fails or is missing, with figures: 'Kehadiran 11 dari 15 (73,33 %), kurang 1 hari'. */
export function formatReason(reason: Reason): string {
  switch (reason.rule) {
    case 'attendance':
      return `Kehadiran ${reason.present} dari ${reason.planned} (${hundredths(reason.percent)}${nbsp}%), kurang ${reason.short} hari`
    case 'score':
      return `Nilai akhir ${hundredths(reason.final)}, kurang ${hundredths(reason.short)}`
    case 'unit':
      return `${reason.units.length} unit belum K`
    case 'attendance_missing':
      return `Hari ke-${formatNumbers(reason.days)} belum diisi`
    case 'score_missing':
      return `Nilai ${reason.scores.map(score => scoreNames[score]).join(' dan ')} kosong`
    case 'unit_missing':
      return `${reason.units.length} unit wajib belum dinilai`
  }
}

/** What would have been needed in total: 'Lulus bila hadir 12 hari dan praktik ≥ 74,28'. */
export function formatRemedies(reasons: readonly Reason[]): string {
  const steps = reasons.flatMap(reason => missingStep(reason) ?? [])
  const ways = reasons.flatMap(reason => way(reason) ?? [])
  return [...steps, ...(ways.length > 0 ? [`Lulus bila ${listed(ways)}`] : [])].join(' · ')
}

/** The condition of a failed rule. If even the best practice score is too low, practice alone is not suggested. */
function way(reason: Reason): string | null {
  switch (reason.rule) {
    case 'attendance':
      return `hadir ${reason.needed} hari`
    case 'score':
      return reason.practiceNeeded === null
        ? 'nilai teori lebih tinggi (nilai praktik saja tidak cukup)'
        : `praktik ≥ ${hundredths(reason.practiceNeeded)}`
    case 'unit':
      return `unit ${listed(reason.units.map(unit => unit.title))} dinilai K`
    default:
      return null
  }
}

function missingStep(reason: Reason): string | null {
  switch (reason.rule) {
    case 'attendance_missing':
      return 'Isi kehadiran hari itu'
    case 'score_missing':
      return `Isi nilai ${reason.scores.map(score => scoreNames[score]).join(' dan ')}`
    case 'unit_missing':
      return `Nilai unit ${listed(reason.units.map(unit => unit.title))}`
    default:
      return null
  }
}

/** 'a', 'a dan b', 'a, b, dan c' */
function listed(words: readonly string[]): string {
  return new Intl.ListFormat('id', { type: 'conjunction' }).format(words)
}

/** '3 s.d. 14, 16' */
function formatNumbers(days: readonly number[]): string {
  const runs: [number, number][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && day === last[1] + 1) last[1] = day
    else runs.push([day, day])
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first} s.d. ${last}`)).join(', ')
}
