import {
  type NoticeAnswer,
  noticeAnswerLabels,
  type TrainedElsewhere,
} from '../../../../../shared/features/hub/notice.ts'
import type { StageKind } from '../../../../../shared/features/registration/registration.ts'
import { stageName } from '../../../../../shared/features/registration/registration-format.ts'
import {
  formatDate,
  formatMoment,
  formatRecorded,
  type PersonSection,
  tableSection,
} from '../../../../../shared/features/rights/person-section.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import type { ReadDatabase } from '../../../database/connection.ts'

const decisions = { accepted: 'Lulus seleksi', reserve: 'Cadangan', rejected: 'Tidak lulus seleksi' }

/** Registrations with results, and lists that named the person. */
export function intakeSections(db: ReadDatabase, id: number): PersonSection[] {
  const applicants = db.all<{
    id: number
    title: string
    number: number
    registeredOn: string
    decision: keyof typeof decisions | null
    tieReason: string
    overrideReason: string
  }>(
    `SELECT applicant.id, registration.title, number, registered_on AS registeredOn, tie_reason AS tieReason,
       override_reason AS overrideReason, decision
     FROM applicant JOIN registration ON registration.id = applicant.registration_id
     LEFT JOIN selection_decision ON selection_decision.applicant_id = applicant.id
     WHERE trainee_id = ? ORDER BY registered_on, applicant.id`,
    [id],
  )
  const merges = db.all<{ at: string; by: string; nik: string }>(
    'SELECT merged_at AS at, merged_by AS by, other_nik AS nik FROM trainee_merge WHERE survivor_id = ? ORDER BY id',
    [id],
  )
  const decided = db.all<{ at: string; by: string }>(
    `SELECT decided_at AS at, decided_by AS by FROM different_people WHERE @id IN (first_id, second_id) ORDER BY decided_at`,
    { id },
  )
  const alike = db.all<{ likeness: number }>(
    'SELECT likeness FROM possible_double WHERE @id IN (first_id, second_id)',
    { id },
  )
  const lists = db.all<{ file: string; sender: string; at: string; by: string; row: number; after: string | null }>(
    `SELECT file_name AS file, sender, at, operator AS by, row, after FROM import_row
     JOIN import ON import.id = import_id
     WHERE trainee_id = ? AND import_id NOT IN (SELECT import_id FROM trainee_batch WHERE import_id IS NOT NULL) ORDER BY at, row`,
    [id],
  )
  return [
    tableSection(
      'Pendaftaran',
      { Pendaftaran: 40, Nomor: 12, Tanggal: 22, 'Hasil tahap': 44, Keputusan: 44 },
      applicants.map(row => [
        row.title,
        String(row.number),
        formatDate(row.registeredOn),
        stageResults(db, row.id),
        [row.decision ? decisions[row.decision] : '', row.tieReason, row.overrideReason, ...events(db, row.id)]
          .filter(Boolean)
          .join('; '),
      ]),
    ),
    tableSection(
      'Pemberitahuan Pusat',
      { 'Pernah lulus di balai lain': 60, Diberitahukan: 30, Jawaban: 60 },
      noticesOf(db, id).map(({ toldAt, trainings, answer, reason }) => [
        (JSON.parse(trainings) as TrainedElsewhere[])
          .map(one => `${one.program}, ${one.centre}, ${one.city}, selesai ${formatDate(one.ended)}`)
          .join('; '),
        formatMoment(toldAt),
        answer === null ? '' : `${noticeAnswerLabels[answer]}: ${reason}`,
      ]),
    ),
    tableSection('Data ganda', { Catatan: 60, 'Kapan dan oleh siapa': 60, 'NIK yang tidak dipakai': 42 }, [
      ...merges.map(row => ['Digabung dengan data ganda', formatRecorded(row), row.nik]),
      ...decided.map(row => ['Diperiksa, bukan orang yang sama dengan data lain', formatRecorded(row), '']),
      ...alike.map(row => [`Mirip dengan data lain (${row.likeness})`, '', '']),
    ]),
    tableSection(
      'Daftar yang diimpor',
      { Berkas: 40, Pengirim: 34, Diimpor: 34, Baris: 10, Sesudah: 60 },
      lists.map(row => [row.file, row.sender, formatRecorded(row), String(row.row), row.after ?? '']),
    ),
  ]
}

type TakenNotice = { toldAt: string; trainings: string; answer: NoticeAnswer | null; reason: string }

function noticesOf(db: ReadDatabase, traineeId: number): TakenNotice[] {
  return db.all(
    `SELECT told_at AS toldAt, trainings, answer, reason FROM hub_notice JOIN applicant ON applicant.id = applicant_id
     WHERE trainee_id = ? ORDER BY n`,
    [traineeId],
  )
}

function stageResults(db: ReadDatabase, applicantId: number): string {
  return db
    .all<{ kind: StageKind; met: 0 | 1 | null; score: number | null }>(
      'SELECT kind, met, score FROM stage_result WHERE applicant_id = ? ORDER BY kind',
      [applicantId],
    )
    .map(({ kind, met, score }) => {
      const result = score === null ? (met === 1 ? 'memenuhi' : 'tidak memenuhi') : hundredths(score)
      return `${stageName(kind)}: ${result}`
    })
    .join('; ')
}

function events(db: ReadDatabase, applicantId: number): string[] {
  return db
    .all<{ kind: string; reason: string; at: string }>(
      'SELECT kind, reason, recorded_at AS at FROM applicant_event WHERE applicant_id = ? ORDER BY id',
      [applicantId],
    )
    .map(({ kind, reason, at }) => [kind, formatMoment(at), reason].filter(Boolean).join(' '))
}
