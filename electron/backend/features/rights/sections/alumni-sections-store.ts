import { type AidState, aidLabels } from '../../../../../shared/features/alumni/aid.ts'
import { type Collector, formatCollector } from '../../../../../shared/features/alumni/collection.ts'
import { type FollowUpStatus, followUpLabels } from '../../../../../shared/features/alumni/follow-up.ts'
import {
  formatDate,
  formatRecorded,
  type PersonSection,
  tableSection,
} from '../../../../../shared/features/rights/person-section.ts'
import { rupiah } from '../../../../../shared/kernel/money.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { findVillage } from '../../../region/villages.ts'

export function alumniSections(db: ReadDatabase, traineeId: number): PersonSection[] {
  const collections = db.all<{
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
    [traineeId],
  )
  const answers = db.all<{
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
    [traineeId],
  )
  const aids = db.all<{
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
    [traineeId],
  )
  return [
    tableSection(
      'Pengambilan sertifikat',
      { Nomor: 44, Diambil: 24, Oleh: 36, Dicatat: 34, Dibatalkan: 34 },
      collections.map(row => [row.number, formatDate(row.on), formatCollector(row), formatRecorded(row), row.reason]),
    ),
    tableSection(
      'Penelusuran lulusan',
      { 'Bulan ke-': 14, Ditanya: 36, Keadaan: 24, 'Di mana, apa': 44, Penghasilan: 26, Catatan: 40 },
      answers.map(row => [
        String(row.month),
        `${formatDate(row.on)}, ${row.by}`,
        followUpLabels[row.status],
        [row.place, row.work, relevance[row.relevant ?? 2]].filter(Boolean).join(', '),
        row.income === null ? '' : rupiah(row.income),
        row.note,
      ]),
    ),
    tableSection(
      'Modal kerja',
      { Tahun: 12, Kelurahan: 28, Jumlah: 26, Keadaan: 40, Langkah: 50, 'Sidik berkas bukti': 50 },
      aids.map(row => [
        String(row.year),
        findVillage(row.village)?.village ?? row.village,
        rupiah(row.amount),
        [aidLabels[row.state], row.reason].filter(Boolean).join(': '),
        [
          `diusulkan ${formatDate(row.proposedOn)}`,
          row.approvedOn && `disetujui ${formatDate(row.approvedOn)} (${row.decree})`,
          row.paidOn && `disalurkan ${formatDate(row.paidOn)} (${row.handover})`,
        ]
          .filter(Boolean)
          .join('; '),
        row.sha256 ?? '',
      ]),
    ),
  ]
}

/** Indexed by the answer whether the work fits the trade: no, yes, not asked. */
const relevance = ['tidak sesuai kejuruan', 'sesuai kejuruan', '']
