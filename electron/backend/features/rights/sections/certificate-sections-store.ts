import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { formatDate, formatMoment } from '../moment-format.ts'
import { columns, type PersonSection } from './person-section.ts'

/** What the copy for a person says of the papers in their name, and of all that was done with them. */
export function certificateSections(db: ReadDatabase, traineeId: number): PersonSection[] {
  return [
    papers(db, traineeId),
    ends(db, traineeId),
    copies(db, traineeId),
    prints(db, traineeId),
    signed(db, traineeId),
  ]
}

const ofPerson = `JOIN certificate ON certificate.id = certificate_id JOIN enrolment ON enrolment.id = enrolment_id
  WHERE trainee_id = ?`

function papers(db: ReadDatabase, id: number): PersonSection {
  const rows = db.all<{ number: string; kind: CertificateKind; issuedOn: string; sha256: string }>(
    `SELECT number, kind, issued_on AS issuedOn, sha256 FROM certificate JOIN enrolment ON enrolment.id = enrolment_id
     WHERE trainee_id = ? ORDER BY certificate.id`,
    [id],
  )
  return {
    title: 'Sertifikat dan surat keterangan',
    columns: columns(['Nomor', 50], ['Jenis', 26], ['Tanggal Terbit', 26], ['SHA-256', 70]),
    rows: rows.map(row => [
      row.number,
      row.kind === 'certificate' ? 'Sertifikat' : 'Surat Keterangan',
      formatDate(row.issuedOn),
      row.sha256,
    ]),
  }
}

/** What was taken back, and what another paper took the place of. */
function ends(db: ReadDatabase, id: number): PersonSection {
  const rows = db.all<{ number: string; how: string; on: string; reason: string; at: string; by: string }>(
    `SELECT number, 'Dicabut' AS how, revoked_on AS "on", reason, recorded_at AS at, recorded_by AS by
     FROM certificate_revocation ${ofPerson}
     UNION ALL
     SELECT old.number, 'Diganti dengan ' || later.number, later.issued_on, later.replacement_reason, later.issued_at, later.issued_by
     FROM certificate AS later JOIN certificate AS old ON old.id = later.replaces_id JOIN enrolment ON enrolment.id = old.enrolment_id
     WHERE trainee_id = ? ORDER BY at, number`,
    [id, id],
  )
  return {
    title: 'Pencabutan dan penggantian',
    columns: columns(['Nomor', 44], ['Apa', 44], ['Tanggal', 24], ['Alasan', 40], ['Dicatat', 34]),
    rows: rows.map(row => [row.number, row.how, formatDate(row.on), row.reason, `${formatMoment(row.at)}, ${row.by}`]),
  }
}

function copies(db: ReadDatabase, id: number): PersonSection {
  const rows = db.all<{ number: string; n: number; on: string; recipient: string; reason: string; by: string }>(
    `SELECT number, n, made_on AS "on", recipient, reason, recorded_by AS by FROM certificate_copy ${ofPerson}
     ORDER BY certificate_copy.id`,
    [id],
  )
  return {
    title: 'Salinan',
    columns: columns(['Nomor', 44], ['Salinan ke-', 16], ['Tanggal', 24], ['Untuk', 34], ['Alasan', 40], ['Oleh', 24]),
    rows: rows.map(row => [row.number, String(row.n), formatDate(row.on), row.recipient, row.reason, row.by]),
  }
}

function prints(db: ReadDatabase, id: number): PersonSection {
  const rows = db.all<{ number: string; n: number | null; how: 'printed' | 'saved'; at: string; by: string }>(
    `SELECT number, (SELECT n FROM certificate_copy WHERE id = copy_id) AS n, how, printed_at AS at, printed_by AS by
     FROM certificate_print ${ofPerson} ORDER BY certificate_print.id`,
    [id],
  )
  return {
    title: 'Cetakan sertifikat',
    columns: columns(['Nomor', 50], ['Lembar', 26], ['Cara', 30], ['Waktu', 44], ['Oleh', 30]),
    rows: rows.map(row => [
      row.number,
      row.n === null ? 'Asli' : `Salinan ke-${row.n}`,
      row.how === 'printed' ? 'Dicetak' : 'Disimpan sebagai berkas',
      formatMoment(row.at),
      row.by,
    ]),
  }
}

function signed(db: ReadDatabase, id: number): PersonSection {
  const rows = db.all<{ number: string; name: string; sha256: string; at: string; by: string }>(
    `SELECT number, file_name AS name, certificate_signed_file.sha256, certificate_signed_file.recorded_at AS at,
       certificate_signed_file.recorded_by AS by
     FROM certificate_signed_file ${ofPerson} ORDER BY certificate_signed_file.id`,
    [id],
  )
  return {
    title: 'Berkas bertanda tangan elektronik',
    columns: columns(['Nomor', 40], ['Berkas', 40], ['SHA-256', 70], ['Disimpan', 34]),
    rows: rows.map(row => [row.number, row.name, row.sha256, `${formatMoment(row.at)}, ${row.by}`]),
  }
}
