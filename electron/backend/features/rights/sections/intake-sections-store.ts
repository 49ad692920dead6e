import type { StageKind } from '../../../../../shared/features/registration/registration.ts'
import { stageName } from '../../../../../shared/features/registration/registration-format.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { formatDate, formatMoment } from '../moment-format.ts'
import type { PersonSection } from './person-section.ts'

type ApplicantRow = {
  id: number
  title: string
  number: number
  registeredOn: string
  decision: keyof typeof decisions | null
  tieReason: string
  overrideReason: string
}

const decisions = { accepted: 'Lulus seleksi', reserve: 'Cadangan', rejected: 'Tidak lulus seleksi' }

/** How the person came in: registrations with their results, and the lists that named the person. */
export function intakeSections(db: ReadDatabase, traineeId: number): PersonSection[] {
  const applicants = db.all<ApplicantRow>(
    `SELECT applicant.id, registration.title, number, registered_on AS registeredOn, tie_reason AS tieReason,
       override_reason AS overrideReason, decision
     FROM applicant JOIN registration ON registration.id = applicant.registration_id
     LEFT JOIN selection_decision ON selection_decision.applicant_id = applicant.id
     WHERE trainee_id = ? ORDER BY registered_on, applicant.id`,
    [traineeId],
  )
  return [
    {
      title: 'Pendaftaran',
      columns: [
        { head: 'Pendaftaran', share: 40 },
        { head: 'Nomor', share: 12 },
        { head: 'Tanggal', share: 22 },
        { head: 'Hasil tahap', share: 44 },
        { head: 'Keputusan', share: 44 },
      ],
      rows: applicants.map(row => [
        row.title,
        String(row.number),
        formatDate(row.registeredOn),
        formatStage(db, row.id),
        [row.decision ? decisions[row.decision] : '', row.tieReason, row.overrideReason, ...formatEvent(db, row.id)]
          .filter(Boolean)
          .join('; '),
      ]),
    },
    {
      title: 'Data ganda',
      columns: [
        { head: 'Catatan', share: 60 },
        { head: 'Kapan dan oleh siapa', share: 60 },
        { head: 'NIK yang tidak dipakai', share: 42 },
      ],
      rows: [
        ...db
          .all<{ at: string; by: string; nik: string }>(
            'SELECT merged_at AS at, merged_by AS by, other_nik AS nik FROM trainee_merge WHERE survivor_id = ? ORDER BY id',
            [traineeId],
          )
          .map(({ at, by, nik }) => ['Digabung dengan data ganda', `${formatMoment(at)}, ${by}`, nik]),
        ...db
          .all<{ at: string; by: string }>(
            `SELECT decided_at AS at, decided_by AS by FROM different_people WHERE @id IN (first_id, second_id) ORDER BY decided_at`,
            { id: traineeId },
          )
          .map(({ at, by }) => ['Diperiksa, bukan orang yang sama dengan data lain', `${formatMoment(at)}, ${by}`, '']),
        ...db
          .all<{ likeness: number }>('SELECT likeness FROM possible_double WHERE @id IN (first_id, second_id)', {
            id: traineeId,
          })
          .map(({ likeness }) => [`Mirip dengan data lain (${likeness})`, '', '']),
      ],
    },
    {
      title: 'Daftar yang diimpor',
      columns: [
        { head: 'Berkas', share: 40 },
        { head: 'Pengirim', share: 34 },
        { head: 'Diimpor', share: 34 },
        { head: 'Baris', share: 10 },
        { head: 'Sesudah', share: 60 },
      ],
      rows: db
        .all<{ file: string; sender: string; at: string; by: string; row: number; after: string | null }>(
          `SELECT file_name AS file, sender, at, operator AS by, row, after FROM import_row
           JOIN import ON import.id = import_id WHERE trainee_id = ? ORDER BY at, row`,
          [traineeId],
        )
        .map(({ file, sender, at, by, row, after }) => [
          file,
          sender,
          `${formatMoment(at)}, ${by}`,
          String(row),
          after ?? '',
        ]),
    },
  ]
}

function formatStage(db: ReadDatabase, applicantId: number): string {
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

function formatEvent(db: ReadDatabase, applicantId: number): string[] {
  return db
    .all<{ kind: string; reason: string; at: string }>(
      'SELECT kind, reason, recorded_at AS at FROM applicant_event WHERE applicant_id = ? ORDER BY id',
      [applicantId],
    )
    .map(({ kind, reason, at }) => [kind, formatMoment(at), reason].filter(Boolean).join(' '))
}
