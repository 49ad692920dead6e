import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { formatDate, formatMoment } from '../moment-format.ts'
import { columns, type PersonSection } from './person-section.ts'

/** Elements of units, corrections of scores, tests by an LSP, and checks of papers that somebody answered for. */
export function scoreSections(db: ReadDatabase, id: number): PersonSection[] {
  return [elements(db, id), corrections(db, id), tests(db, id), overrides(db, id)]
}

function elements(db: ReadDatabase, id: number): PersonSection {
  const rows = db.all<{ cohort: string; unit: string; title: string; result: string | null; score: number | null }>(
    `SELECT cohort.title AS cohort, cohort_unit.title AS unit, cohort_element.title, result, score
     FROM element_result JOIN enrolment ON enrolment.id = enrolment_id JOIN cohort_element ON cohort_element.id = element_id
     JOIN cohort_unit ON cohort_unit.id = unit_id JOIN cohort ON cohort.id = cohort_unit.cohort_id
     WHERE trainee_id = ? ORDER BY cohort.id, cohort_unit.position, cohort_element.position`,
    [id],
  )
  return {
    title: 'Elemen unit kompetensi',
    columns: columns(['Angkatan', 30], ['Unit', 44], ['Elemen', 44], ['Hasil', 12], ['Nilai', 14]),
    rows: rows.map(row => [
      row.cohort,
      row.unit,
      row.title,
      row.result ?? '',
      row.score === null ? '' : hundredths(row.score),
    ]),
  }
}

function corrections(db: ReadDatabase, id: number): PersonSection {
  const rows = db.all<{ item: string; before: string; after: string; reason: string; by: string; at: string }>(
    `SELECT item, before, after, reopen_reason AS reason, operator AS by, recorded_at AS at FROM score_correction
     JOIN score_closing ON score_closing.id = closing_id JOIN enrolment ON enrolment.id = enrolment_id
     WHERE trainee_id = ? ORDER BY score_correction.id`,
    [id],
  )
  return {
    title: 'Koreksi nilai',
    columns: columns(['Isian', 30], ['Sebelum', 16], ['Sesudah', 16], ['Alasan', 48], ['Dicatat', 36]),
    rows: rows.map(row => [row.item, row.before, row.after, row.reason, `${formatMoment(row.at)}, ${row.by}`]),
  }
}

function tests(db: ReadDatabase, id: number): PersonSection {
  const rows = db.all<{
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
  return {
    title: 'Uji kompetensi BNSP',
    columns: columns(['Tanggal', 22], ['LSP', 34], ['Skema', 40], ['Hasil', 12], ['Nomor', 44], ['Berlaku s.d.', 22]),
    rows: rows.map(row => [
      formatDate(row.testedOn),
      row.lsp,
      row.scheme,
      row.result,
      row.number.trim(),
      row.end === null ? '' : formatDate(row.end),
    ]),
  }
}

function overrides(db: ReadDatabase, id: number): PersonSection {
  const rows = db.all<{ number: string; message: string; reason: string; by: string; at: string }>(
    `SELECT certificate.number, message, reason, recorded_by AS by, recorded_at AS at FROM issue_override
     JOIN certificate ON certificate.id = certificate_id JOIN enrolment ON enrolment.id = enrolment_id
     WHERE trainee_id = ? ORDER BY issue_override.id`,
    [id],
  )
  return {
    title: 'Pengecualian pemeriksaan sertifikat',
    columns: columns(['Nomor', 40], ['Pemeriksaan', 40], ['Alasan', 50], ['Dicatat', 36]),
    rows: rows.map(row => [row.number, row.message, row.reason, `${formatMoment(row.at)}, ${row.by}`]),
  }
}
