import { type AidState, aidLabels } from '../../../../../shared/features/alumni/aid.ts'
import { type Collector, formatCollector } from '../../../../../shared/features/alumni/collection.ts'
import { type FollowUpStatus, followUpLabels } from '../../../../../shared/features/alumni/follow-up.ts'
import { rupiah } from '../../../../../shared/kernel/money.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { findVillage } from '../../../region/villages.ts'
import { formatDate, formatMoment } from '../moment-format.ts'
import type { PersonSection } from './person-section.ts'

/** What the copy for a person says of the time after graduation. */
export function alumniSections(db: ReadDatabase, traineeId: number): PersonSection[] {
  return [collections(db, traineeId), followUps(db, traineeId), aids(db, traineeId)]
}

function collections(db: ReadDatabase, id: number): PersonSection {
  const rows = db.all<{
    number: string
    on: string
    collector: Collector
    deputyName: string
    deputyRelation: string
    at: string
    by: string
    reason: string
  }>(
    `SELECT number, collected_on AS "on", collector, deputy_name AS deputyName, deputy_relation AS deputyRelation, recorded_at AS at,
       recorded_by AS "by", take_back_reason AS reason
     FROM certificate_collection JOIN certificate ON certificate.id = certificate_id JOIN enrolment ON enrolment.id = enrolment_id
     WHERE trainee_id = ? ORDER BY certificate_collection.id`,
    [id],
  )
  return {
    title: 'Pengambilan sertifikat',
    columns: [
      { head: 'Nomor', share: 44 },
      { head: 'Diambil', share: 24 },
      { head: 'Oleh', share: 36 },
      { head: 'Dicatat', share: 34 },
      { head: 'Dibatalkan', share: 34 },
    ],
    rows: rows.map(row => [
      row.number,
      formatDate(row.on),
      formatCollector(row),
      `${formatMoment(row.at)}, ${row.by}`,
      row.reason,
    ]),
  }
}

function followUps(db: ReadDatabase, id: number): PersonSection {
  const rows = db.all<{
    month: number
    on: string
    status: FollowUpStatus
    place: string
    work: string
    income: number | null
    relevant: 0 | 1 | null
    note: string
    by: string
  }>(
    `SELECT month, asked_on AS "on", status, place, work, income, relevant, note, recorded_by AS "by"
     FROM follow_up JOIN enrolment ON enrolment.id = enrolment_id WHERE trainee_id = ? ORDER BY asked_on, follow_up.id`,
    [id],
  )
  return {
    title: 'Penelusuran lulusan',
    columns: [
      { head: 'Bulan ke-', share: 14 },
      { head: 'Ditanya', share: 36 },
      { head: 'Keadaan', share: 24 },
      { head: 'Di mana, apa', share: 44 },
      { head: 'Penghasilan', share: 26 },
      { head: 'Catatan', share: 40 },
    ],
    rows: rows.map(row => [
      String(row.month),
      `${formatDate(row.on)}, ${row.by}`,
      followUpLabels[row.status],
      [
        row.place,
        row.work,
        row.relevant === null ? '' : row.relevant === 1 ? 'sesuai kejuruan' : 'tidak sesuai kejuruan',
      ]
        .filter(Boolean)
        .join(', '),
      row.income === null ? '' : rupiah(row.income),
      row.note,
    ]),
  }
}

function aids(db: ReadDatabase, id: number): PersonSection {
  const rows = db.all<{
    year: number
    village: string
    amount: number
    state: AidState
    proposedOn: string
    approvedOn: string | null
    decree: string
    paidOn: string | null
    handover: string
    reason: string
    sha256: string | null
  }>(
    `SELECT budget_year AS year, village_code AS village, amount, state, proposed_on AS proposedOn, approved_on AS approvedOn,
       decree_number AS decree, paid_on AS paidOn, handover_number AS handover, end_reason AS reason, sha256
     FROM business_aid JOIN enrolment ON enrolment.id = enrolment_id LEFT JOIN attachment ON attachment.id = evidence_id
     WHERE trainee_id = ? ORDER BY business_aid.id`,
    [id],
  )
  return {
    title: 'Modal kerja',
    columns: [
      { head: 'Tahun', share: 12 },
      { head: 'Kelurahan', share: 28 },
      { head: 'Jumlah', share: 26 },
      { head: 'Keadaan', share: 40 },
      { head: 'Langkah', share: 50 },
      { head: 'Bukti (SHA-256)', share: 50 },
    ],
    rows: rows.map(row => [
      String(row.year),
      findVillage(row.village)?.village ?? row.village,
      rupiah(row.amount),
      [aidLabels[row.state], row.reason].filter(Boolean).join(': '),
      [
        `diusulkan ${formatDate(row.proposedOn)}`,
        row.approvedOn === null ? '' : `disetujui ${formatDate(row.approvedOn)} (${row.decree})`,
        row.paidOn === null ? '' : `disalurkan ${formatDate(row.paidOn)} (${row.handover})`,
      ]
        .filter(Boolean)
        .join('; '),
      row.sha256 ?? '',
    ]),
  }
}
