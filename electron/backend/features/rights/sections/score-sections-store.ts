import {
  formatDate,
  formatRecorded,
  type PersonSection,
  tableSection,
} from '../../../../../shared/features/rights/person-section.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import type { ReadDatabase } from '../../../database/connection.ts'

/** Elements of units, corrections of scores, tests by an LSP, and overridden checks of papers. */
export function scoreSections(db: ReadDatabase, id: number): PersonSection[] {
  const elements = db.all<{
    cohort: string
    unit: string
    title: string
    result: string | null
    score: number | null
  }>(
    `SELECT cohort.title AS cohort, cohort_unit.title AS unit, cohort_element.title, result, score
     FROM element_result JOIN enrolment ON enrolment.id = enrolment_id JOIN cohort_element ON cohort_element.id = element_id
     JOIN cohort_unit ON cohort_unit.id = unit_id JOIN cohort ON cohort.id = cohort_unit.cohort_id
     WHERE trainee_id = ? ORDER BY cohort.id, cohort_unit.position, cohort_element.position`,
    [id],
  )
  const corrections = db.all<{ item: string; before: string; after: string; reason: string; by: string; at: string }>(
    `SELECT item, before, after, reopen_reason AS reason, operator AS by, recorded_at AS at FROM score_correction
     JOIN score_closing ON score_closing.id = closing_id JOIN enrolment ON enrolment.id = enrolment_id
     WHERE trainee_id = ? ORDER BY score_correction.id`,
    [id],
  )
  const tests = db.all<{
    testedOn: string
    lsp: string
    scheme: string
    result: string
    number: string
    end: string | null
  }>(
    `SELECT tested_on AS testedOn, lsp, scheme, result, number || ' ' || registration AS number, valid_until AS end
     FROM competence_test JOIN enrolment ON enrolment.id = enrolment_id WHERE trainee_id = ? ORDER BY tested_on`,
    [id],
  )
  const overrides = db.all<{ number: string; message: string; reason: string; by: string; at: string }>(
    `SELECT certificate.number, message, reason, recorded_by AS by, recorded_at AS at FROM issue_override
     JOIN certificate ON certificate.id = certificate_id JOIN enrolment ON enrolment.id = enrolment_id
     WHERE trainee_id = ? ORDER BY issue_override.id`,
    [id],
  )
  return [
    tableSection(
      'Elemen unit kompetensi',
      { Angkatan: 30, Unit: 44, Elemen: 44, Hasil: 12, Nilai: 14 },
      elements.map(row => [row.cohort, row.unit, row.title, row.result ?? '', formatScore(row.score)]),
    ),
    tableSection(
      'Koreksi nilai',
      { Isian: 30, Sebelum: 16, Sesudah: 16, Alasan: 48, Dicatat: 36 },
      corrections.map(row => [row.item, row.before, row.after, row.reason, formatRecorded(row)]),
    ),
    tableSection(
      'Uji kompetensi BNSP',
      { Tanggal: 22, LSP: 34, Skema: 40, Hasil: 12, Nomor: 44, 'Berlaku s.d.': 22 },
      tests.map(row => [
        formatDate(row.testedOn),
        row.lsp,
        row.scheme,
        row.result,
        row.number.trim(),
        formatDate(row.end),
      ]),
    ),
    tableSection(
      'Pengecualian pemeriksaan sertifikat',
      { Nomor: 40, Pemeriksaan: 40, Alasan: 50, Dicatat: 36 },
      overrides.map(row => [row.number, row.message, row.reason, formatRecorded(row)]),
    ),
  ]
}

/** Stored hundredths as a score; '' for none. */
export function formatScore(score: number | null): string {
  return score === null ? '' : hundredths(score)
}
