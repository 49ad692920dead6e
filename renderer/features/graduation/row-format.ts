import type { AttendanceRow } from '../../../shared/features/attendance/contract.ts'
import { type Mark, markLabel } from '../../../shared/features/attendance/mark.ts'
import type { CohortDay } from '../../../shared/features/cohort/contract.ts'
import type { Graduation, GraduationRow } from '../../../shared/features/graduation/contract.ts'
import { formatReason, formatRemedies } from '../../../shared/features/graduation/reason-format.ts'
import { capital } from '../../../shared/kernel/capital.ts'
import { shortDate } from '../../../shared/kernel/plain-date.ts'
import { formatLeft } from '../cohort/leave-labels.ts'

interface RowText {
  /** The rules that are not met, with figures. */
  title: string
  /** What would change it, or what it means. */
  detail: string
}

/** Why a person is discussed. `attendance` lists the missed days. */
export function formatRow(
  row: GraduationRow,
  attendance: AttendanceRow | undefined,
  days: readonly CohortDay[],
): RowText {
  if (row.proposal === 'withdrawn' || row.proposal === 'expelled') {
    const left = attendance?.left
    return {
      title: left ? `${formatLeft(left.kind)} setelah hari ke-${left.afterDay}` : formatLeft(row.proposal),
      detail: 'Tidak menerima sertifikat maupun surat keterangan',
    }
  }
  if (row.reasons.length === 0) return { title: 'Memenuhi semua syarat', detail: row.predicate ?? '' }
  if (row.proposal === 'incomplete') return { title: row.reasons.map(formatReason).join(' · '), detail: '' }
  const absences = attendance ? formatAbsence(attendance, days) : ''
  const short = row.reasons.some(({ rule }) => rule === 'attendance')
  const missed = short ? absences : ''
  // Missed days cannot be made up: if only presence is short, list the days instead of what to do.
  const needed = missed !== '' && row.reasons.length === 1 ? '' : formatRemedies(row.reasons)
  return {
    title: row.reasons.map(formatReason).join(' · '),
    detail: [needed, missed].filter(Boolean).join(' · '),
  }
}

/** One line for a person who meets all rules: the predicate, and whether presence was just enough. */
export function formatPassing({ present, predicate }: GraduationRow, { daysNeeded }: Graduation['rules']): string {
  return [present === daysNeeded ? 'Tepat di batas hadir' : '', predicate ?? ''].filter(Boolean).join(' · ')
}

const absent: readonly Mark[] = ['A', 'S', 'I']

/** 'Alpa 17 Des, 18 Des · sakit 20 Des · izin 24 Des' */
function formatAbsence({ cells }: AttendanceRow, days: readonly CohortDay[]): string {
  const words = absent.flatMap(mark => {
    const missed = days.filter(day => cells[day.n - 1]?.mark === mark).map(day => shortDate(day.date))
    return missed.length > 0 ? [`${markLabel(mark).toLowerCase()} ${missed.join(', ')}`] : []
  })
  return capital(words.join(' · '))
}
