import { type Mark, markLabel } from '../../../../../shared/features/attendance/mark.ts'
import {
  formatDate,
  formatRecorded,
  type PersonSection,
  tableSection,
} from '../../../../../shared/features/rights/person-section.ts'
import { evidenceLabels } from '../../../../../shared/features/trainee/target-evidence.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { formatDecision } from '../../../paper-kit/cohort-format.ts'
import { formatGroups, formatSize } from './identity-sections-store.ts'
import { formatScore } from './score-sections-store.ts'

type EnrolmentRow = {
  id: number
  title: string
  start: string
  end: string
  cancelled: string | null
  left: string
  repeatReason: string
  stunting: 0 | 1 | null
  decile: number | null
  theory: number | null
  practice: number | null
  decision: 'passed' | 'failed' | 'withdrawn' | 'expelled' | null
  overrideReason: string | null
} & (
  | { source: keyof typeof evidenceLabels; poor: 0 | 1; extremePoor: 0 | 1 }
  | { source: null; poor: null; extremePoor: null }
)

/** Classes of a person, with attendance, units and equipment. */
export function cohortSections(db: ReadDatabase, id: number): PersonSection[] {
  const rows = db.all<EnrolmentRow>(
    `SELECT enrolment.id, cohort.title, min(cohort_day.date) AS start, max(cohort_day.date) AS end, cancelled_at AS cancelled,
       left_reason AS left, repeat_reason AS repeatReason, target.source, target.poor, target.extreme_poor AS extremePoor,
       hidden.stunting, hidden.decile, theory, practice, decision, override_reason AS overrideReason
     FROM enrolment JOIN cohort ON cohort.id = enrolment.cohort_id JOIN cohort_day ON cohort_day.cohort_id = cohort.id
     LEFT JOIN enrolment_target AS target ON target.enrolment_id = enrolment.id
     LEFT JOIN enrolment_target_restricted AS hidden ON hidden.enrolment_id = enrolment.id
     LEFT JOIN score ON score.enrolment_id = enrolment.id
     LEFT JOIN panel_decision ON panel_decision.enrolment_id = enrolment.id
     WHERE enrolment.trainee_id = ? GROUP BY enrolment.id ORDER BY start`,
    [id],
  )
  return [
    tableSection(
      'Kelas',
      { Angkatan: 40, Mulai: 22, Selesai: 22, 'Saat masuk': 36, Keterangan: 36 },
      rows.map(row => [
        row.title,
        formatDate(row.start),
        formatDate(row.end),
        row.source === null
          ? ''
          : [
              evidenceLabels[row.source],
              formatGroups(row.poor, row.extremePoor, row.stunting === 1),
              row.decile === null ? '' : `desil ${row.decile}`,
            ]
              .filter(Boolean)
              .join(', '),
        [row.cancelled === null ? '' : 'dibatalkan', row.left, row.repeatReason].filter(Boolean).join('; '),
      ]),
    ),
    tableSection(
      'Nilai dan keputusan sidang',
      { Angkatan: 40, Teori: 14, Praktik: 14, Keputusan: 28, Alasan: 36 },
      rows.map(row => [
        row.title,
        formatScore(row.theory),
        formatScore(row.practice),
        row.decision === null ? '' : formatDecision({ decision: row.decision, left: null }),
        row.overrideReason ?? '',
      ]),
    ),
    ...rows.flatMap(row => sectionsOf(db, row)),
  ]
}

function sectionsOf(db: ReadDatabase, { id, title }: EnrolmentRow): PersonSection[] {
  const kits = db.all<{ size: string | null; card: string }>(
    'SELECT clothing_size AS size, insurance_card AS card FROM enrolment_kit WHERE enrolment_id = ?',
    [id],
  )
  const marks = db.all<{ n: number; date: string; mark: Mark; arrivedAt: string | null; note: string }>(
    `SELECT n, date, mark, arrived_at AS arrivedAt, note FROM attendance JOIN cohort_day ON cohort_day.id = day_id
     WHERE enrolment_id = ? ORDER BY n`,
    [id],
  )
  const letters = db.all<{ days: string; size: number; sha256: string; at: string; by: string }>(
    `SELECT group_concat(n, ', ' ORDER BY n) AS days, size, sha256, recorded_at AS at, recorded_by AS by
     FROM attendance_letter JOIN stored_file ON stored_file.id = file_id JOIN cohort_day ON cohort_day.id = day_id
     WHERE enrolment_id = ? GROUP BY file_id`,
    [id],
  )
  const corrections = db.all<{
    n: number
    before: Mark | null
    after: Mark | null
    reason: string
    by: string
    at: string
  }>(
    `SELECT n, before, after, reason, operator AS by, recorded_at AS at FROM attendance_correction
     JOIN cohort_day ON cohort_day.id = day_id WHERE enrolment_id = ? ORDER BY attendance_correction.id`,
    [id],
  )
  const units = db.all<{ code: string; title: string; result: string | null; score: number | null }>(
    `SELECT code, title, result, score FROM unit_result JOIN cohort_unit ON cohort_unit.id = unit_id
     WHERE enrolment_id = ? ORDER BY position`,
    [id],
  )
  const label = (mark: Mark | null) => (mark === null ? '' : markLabel(mark))
  return [
    tableSection(
      `Perlengkapan ${title}`,
      { 'Ukuran pakaian': 30, 'No. Kartu BPJS Ketenagakerjaan': 60 },
      kits.map(row => [row.size ?? '', row.card]),
    ),
    tableSection(
      `Kehadiran ${title}`,
      { 'Hari ke-': 14, Tanggal: 30, Kehadiran: 22, Datang: 16, Keterangan: 50 },
      marks.map(row => [String(row.n), formatDate(row.date), label(row.mark), row.arrivedAt ?? '', row.note]),
    ),
    tableSection(
      `Surat sakit atau izin ${title}`,
      { 'Hari ke-': 18, Ukuran: 18, Disimpan: 32, 'Sidik berkas': 70 },
      letters.map(row => [row.days, formatSize(row.size), formatRecorded(row), row.sha256]),
    ),
    tableSection(
      `Koreksi kehadiran ${title}`,
      { 'Hari ke-': 14, Sebelum: 20, Sesudah: 20, Alasan: 50, Dicatat: 36 },
      corrections.map(row => [String(row.n), label(row.before), label(row.after), row.reason, formatRecorded(row)]),
    ),
    tableSection(
      `Unit kompetensi ${title}`,
      { 'Kode Unit': 30, 'Judul Unit': 70, Hasil: 14, Nilai: 16 },
      units.map(row => [row.code, row.title, row.result ?? '', formatScore(row.score)]),
    ),
  ]
}
