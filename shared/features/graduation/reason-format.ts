import { hundredths } from '../../kernel/number-format.ts'
import type { Reason } from './graduation.ts'

const nbsp = '\u00a0'
const scoreNames = { theory: 'teori', practice: 'praktik' }

/** What fails or is missing, with its figures: 'Kehadiran 11 dari 15 (73,33 %), kurang 1 hari'. */
export function formatReason(reason: Reason): string {
  switch (reason.rule) {
    case 'attendance':
      return `Kehadiran ${reason.present} dari ${reason.planned} (${hundredths(reason.percent)}${nbsp}%), kurang ${reason.short} hari`
    case 'score':
      return `Nilai akhir ${hundredths(reason.final)}, kurang ${hundredths(reason.short)}`
    case 'unit':
      return `${reason.units.length} unit belum K`
    case 'attendance_missing':
      return `Hari ke-${reason.days.join(', ')} belum diisi`
    case 'score_missing':
      return `Nilai ${reason.scores.map(score => scoreNames[score]).join(' dan ')} kosong`
    case 'unit_missing':
      return `${reason.units.length} unit wajib belum dinilai`
  }
}

/** What would change it: 'Lulus bila praktik ≥ 74,28'. Several rules that fail must all be mended. */
export function formatRemedy(reason: Reason): string {
  switch (reason.rule) {
    case 'attendance':
      return `Lulus bila hadir ${reason.needed} hari`
    case 'score':
      return reason.practiceNeeded === null
        ? 'Nilai praktik tertinggi pun tidak cukup'
        : `Lulus bila praktik ≥ ${hundredths(reason.practiceNeeded)}`
    case 'unit':
      return `Lulus bila unit ${titles(reason.units)} dinilai K`
    case 'attendance_missing':
      return 'Isi kehadiran hari itu'
    case 'score_missing':
      return `Isi nilai ${reason.scores.map(score => scoreNames[score]).join(' dan ')}`
    case 'unit_missing':
      return `Nilai unit ${titles(reason.units)}`
  }
}

function titles(units: readonly { title: string }[]): string {
  return units.map(unit => unit.title).join(', ')
}
