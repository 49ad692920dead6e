import { type Mark, markLabel } from '../../../../../shared/features/attendance/mark.ts'

import { basisLabels, signerLabels } from '../../../../../shared/features/rights/consent.ts'
import { formatFieldValue } from '../../../../../shared/features/trainee/field-value-labels.ts'
import {
  disabilityLabels,
  nothingRestricted,
  restrictedLabels,
} from '../../../../../shared/features/trainee/restricted.ts'
import {
  evidenceLabels,
  openGroups,
  targetGroupLabels,
} from '../../../../../shared/features/trainee/target-evidence.ts'
import type { TraineeDraft } from '../../../../../shared/features/trainee/trainee.ts'
import { fileLabels } from '../../../../../shared/features/trainee/trainee-file.ts'
import { traineeLabels } from '../../../../../shared/features/trainee/trainee-labels.ts'
import { longDate } from '../../../../../shared/kernel/date-format.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { found } from '../../../domain-error.ts'
import { formatDecision } from '../../../paper-kit/decision-format.ts'
import { findVillage } from '../../../region/villages.ts'
import { consentsOf } from '../../trainee/consent-store.ts'
import { freezesOf } from '../../trainee/freeze-store.ts'
import { findRestricted } from '../../trainee/restricted-store.ts'
import { evidenceOf, restrictedEvidenceOf } from '../../trainee/target-store.ts'
import { filesOf, findTraineeFile } from '../../trainee/trainee-file-store.ts'
import { findTrainee, hasPhoto } from '../../trainee/trainee-store.ts'
import { formatDate, formatMoment } from '../moment-format.ts'
import { alumniSections } from './alumni-sections-store.ts'
import { personAudit } from './audit-section-store.ts'
import { certificateSections } from './certificate-sections-store.ts'
import { intakeSections } from './intake-sections-store.ts'
import { otherRecords } from './other-records-store.ts'
import { columns, type PersonSection } from './person-section.ts'
import { scoreSections } from './score-sections-store.ts'

/** Everything that is held about one person, what is restricted too: only for the export that this person asked for. */
export function personSections(db: ReadDatabase, id: number): PersonSection[] {
  return [
    identity(db, id),
    restricted(db, id),
    ...consents(db, id),
    evidence(db, id),
    files(db, id),
    ...intakeSections(db, id),
    ...classes(db, id),
    ...certificateSections(db, id),
    ...scoreSections(db, id),
    ...alumniSections(db, id),
    ...otherRecords(db, id),
    personAudit(db, id),
  ]
}

function identity(db: ReadDatabase, id: number): PersonSection {
  const person = found(findTrainee(db, id), 'trainee')
  const words = (field: keyof TraineeDraft) => {
    const value = person[field]
    const place = field === 'villageCode' || field === 'homeVillageCode' ? findVillage(person[field]) : null
    return place ? `${place.village}, Kec. ${place.district}, ${place.regency}` : formatFieldValue(field, value)
  }
  const fields = (Object.keys(traineeLabels) as (keyof TraineeDraft)[]).map(field => ({
    label: traineeLabels[field],
    value: words(field),
  }))
  const photo = hasPhoto(db, id) ? 'ada' : ''
  return { title: 'Data diri', facts: [...fields, { label: 'Pas foto', value: photo }] }
}

function restricted(db: ReadDatabase, id: number): PersonSection {
  const held = findRestricted(db, id) ?? nothingRestricted
  const facts = (Object.keys(restrictedLabels) as (keyof typeof restrictedLabels)[]).map(field => ({
    label: restrictedLabels[field],
    value: field === 'disability' ? (held.disability ? disabilityLabels[held.disability] : '') : (held[field] ?? ''),
  }))
  return { title: 'Data terbatas', facts }
}

function consents(db: ReadDatabase, id: number): PersonSection[] {
  return [
    {
      title: 'Persetujuan',
      columns: columns(['Ditandatangani', 22], ['Oleh', 30], ['Dasar', 20], ['Dicatat', 28], ['Ditarik', 20]),
      rows: consentsOf(db, id).map(one => [
        longDate(one.signedOn),
        [signerLabels[one.signer], one.guardian].filter(Boolean).join(': '),
        basisLabels[one.basis],
        `${formatMoment(one.at)}, ${one.by}`,
        one.withdrawn ? longDate(one.withdrawn.on) : '',
      ]),
    },
    {
      title: 'Pembekuan',
      columns: columns(['Diminta', 22], ['Dibekukan', 26], ['Alasan', 36], ['Dicairkan', 36]),
      rows: freezesOf(db, id).map(one => [
        longDate(one.requestedOn),
        `${formatMoment(one.at)}, ${one.by}`,
        one.reason,
        one.thawed ? `${formatMoment(one.thawed.at)}, ${one.thawed.by}: ${one.thawed.reason}` : '',
      ]),
    },
  ]
}

function evidence(db: ReadDatabase, id: number): PersonSection {
  const hidden = new Map(restrictedEvidenceOf(db, id).map(row => [row.id, row]))
  return {
    title: 'Bukti kategori sasaran',
    columns: columns(['Sumber', 26], ['Kategori', 40], ['Desil', 10], ['Tanggal data', 22], ['Dicatat', 30]),
    rows: evidenceOf(db, id).map(one => {
      const secret = hidden.get(one.id)
      return [
        evidenceLabels[one.source],
        groups(one.groups.includes('POOR') ? 1 : 0, one.groups.includes('EXTREME_POOR') ? 1 : 0, secret?.stunting),
        secret?.decile?.toString() ?? '',
        longDate(one.dataDate),
        `${formatMoment(one.at)}, ${one.by}`,
      ]
    }),
  }
}

function files(db: ReadDatabase, id: number): PersonSection {
  return {
    title: 'Berkas',
    columns: columns(['Berkas', 24], ['Ukuran', 18], ['Disimpan', 32], ['SHA-256', 70]),
    rows: filesOf(db, id).map(file => [
      fileLabels[file.kind],
      `${file.size.toLocaleString('id-ID')} bita`,
      `${formatMoment(file.at)}, ${file.by}`,
      findTraineeFile(db, file.id)?.sha256 ?? '',
    ]),
  }
}

type EnrolmentRow = {
  id: number
  title: string
  start: string
  end: string
  cancelled: string | null
  left: string
  repeatReason: string
  source: keyof typeof evidenceLabels | null
  poor: 0 | 1
  extremePoor: 0 | 1
  stunting: 0 | 1 | null
  decile: number | null
  theory: number | null
  practice: number | null
  decision: 'passed' | 'failed' | 'withdrawn' | 'expelled' | null
  overrideReason: string | null
}

function classes(db: ReadDatabase, id: number): PersonSection[] {
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
    {
      title: 'Kelas',
      columns: columns(['Angkatan', 40], ['Mulai', 22], ['Selesai', 22], ['Saat masuk', 36], ['Keterangan', 36]),
      rows: rows.map(row => [
        row.title,
        formatDate(row.start),
        formatDate(row.end),
        row.source === null
          ? ''
          : [
              evidenceLabels[row.source],
              groups(row.poor, row.extremePoor, row.stunting === 1),
              row.decile === null ? '' : `desil ${row.decile}`,
            ]
              .filter(Boolean)
              .join(', '),
        [row.cancelled === null ? '' : 'dibatalkan', row.left, row.repeatReason].filter(Boolean).join('; '),
      ]),
    },
    {
      title: 'Nilai dan keputusan sidang',
      columns: columns(['Angkatan', 40], ['Teori', 14], ['Praktik', 14], ['Keputusan', 28], ['Alasan', 36]),
      rows: rows.map(row => [
        row.title,
        row.theory === null ? '' : hundredths(row.theory),
        row.practice === null ? '' : hundredths(row.practice),
        row.decision === null ? '' : formatDecision({ decision: row.decision, left: null }),
        row.overrideReason ?? '',
      ]),
    },
    ...rows.flatMap(row => cohortDetails(db, row)),
  ]
}

function cohortDetails(db: ReadDatabase, { id, title }: EnrolmentRow): PersonSection[] {
  const marks = db.all<{ n: number; date: string; mark: Mark; arrivedAt: string | null; note: string }>(
    `SELECT n, date, mark, arrived_at AS arrivedAt, note FROM attendance JOIN cohort_day ON cohort_day.id = day_id
     WHERE enrolment_id = ? ORDER BY n`,
    [id],
  )
  const corrected = db.all<{
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
  const kits = db.all<{ size: string | null; card: string }>(
    'SELECT clothing_size AS size, insurance_card AS card FROM enrolment_kit WHERE enrolment_id = ?',
    [id],
  )
  return [
    {
      title: `Perlengkapan ${title}`,
      columns: columns(['Ukuran pakaian', 30], ['No. Kartu BPJS Ketenagakerjaan', 60]),
      rows: kits.map(row => [row.size ?? '', row.card]),
    },
    {
      title: `Kehadiran ${title}`,
      columns: columns(['Hari ke-', 14], ['Tanggal', 30], ['Kehadiran', 22], ['Datang', 16], ['Keterangan', 50]),
      rows: marks.map(row => [String(row.n), formatDate(row.date), markLabel(row.mark), row.arrivedAt ?? '', row.note]),
    },
    lettersSection(db, id, title),
    {
      title: `Koreksi kehadiran ${title}`,
      columns: columns(['Hari ke-', 14], ['Sebelum', 20], ['Sesudah', 20], ['Alasan', 50], ['Dicatat', 36]),
      rows: corrected.map(row => [
        String(row.n),
        row.before === null ? '' : markLabel(row.before),
        row.after === null ? '' : markLabel(row.after),
        row.reason,
        `${formatMoment(row.at)}, ${row.by}`,
      ]),
    },
    {
      title: `Unit kompetensi ${title}`,
      columns: columns(['Kode Unit', 30], ['Judul Unit', 70], ['Hasil', 14], ['Nilai', 16]),
      rows: units.map(row => [row.code, row.title, row.result ?? '', row.score === null ? '' : hundredths(row.score)]),
    },
  ]
}

function lettersSection(db: ReadDatabase, enrolmentId: number, title: string): PersonSection {
  const rows = db.all<{ days: string; size: number; sha256: string; at: string; by: string }>(
    `SELECT group_concat(n, ', ' ORDER BY n) AS days, size, sha256, recorded_at AS at, recorded_by AS by
     FROM attendance_letter JOIN stored_file ON stored_file.id = file_id JOIN cohort_day ON cohort_day.id = day_id
     WHERE enrolment_id = ? GROUP BY file_id`,
    [enrolmentId],
  )
  return {
    title: `Surat sakit atau izin ${title}`,
    columns: columns(['Hari ke-', 18], ['Ukuran', 18], ['Disimpan', 32], ['SHA-256', 70]),
    rows: rows.map(row => [
      row.days,
      `${row.size.toLocaleString('id-ID')} bita`,
      `${formatMoment(row.at)}, ${row.by}`,
      row.sha256,
    ]),
  }
}

function groups(poor: 0 | 1, extremePoor: 0 | 1, stunting: boolean | undefined): string {
  const held = openGroups(poor, extremePoor).map(group => targetGroupLabels[group])
  return (stunting ? [...held, targetGroupLabels.STUNTING] : held).join(', ')
}
