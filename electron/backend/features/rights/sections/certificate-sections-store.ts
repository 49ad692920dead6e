import type { CertificateHistory } from '../../../../../shared/features/certificate/book-contract.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import {
  verificationAnswers,
  verificationWayLabels,
} from '../../../../../shared/features/certificate/verification-answers.ts'
import {
  formatDate,
  formatMoment,
  formatRecorded,
  type PersonSection,
  tableSection,
} from '../../../../../shared/features/rights/person-section.ts'
import type { ReadDatabase } from '../../../database/connection.ts'

const ofPerson = `JOIN certificate ON certificate.id = certificate_id JOIN enrolment ON enrolment.id = enrolment_id
  WHERE trainee_id = ?`

/** Papers in the name of a person, with hashes. */
export function papersOfPerson(db: ReadDatabase, id: number): { number: string; sha256: string }[] {
  return db.all(
    `SELECT number, sha256 FROM certificate JOIN enrolment ON enrolment.id = enrolment_id WHERE trainee_id = ? ORDER BY certificate.id`,
    [id],
  )
}

/** Section about papers in the name of a person, and everything done with them. */
export function certificateSections(db: ReadDatabase, id: number): PersonSection[] {
  const papers = db.all<{ number: string; kind: CertificateKind; issuedOn: string; sha256: string }>(
    `SELECT number, kind, issued_on AS issuedOn, sha256 FROM certificate JOIN enrolment ON enrolment.id = enrolment_id
     WHERE trainee_id = ? ORDER BY certificate.id`,
    [id],
  )
  const ends = db.all<{ number: string; how: string; on: string; reason: string; at: string; by: string }>(
    `SELECT number, 'Dicabut' AS how, revoked_on AS "on", reason, recorded_at AS at, recorded_by AS by
     FROM certificate_revocation ${ofPerson}
     UNION ALL
     SELECT old.number, 'Diganti dengan ' || later.number, later.issued_on, later.replacement_reason, later.issued_at, later.issued_by
     FROM certificate AS later JOIN certificate AS old ON old.id = later.replaces_id JOIN enrolment ON enrolment.id = old.enrolment_id
     WHERE trainee_id = ? ORDER BY at, number`,
    [id, id],
  )
  const copies = db.all<{ number: string; n: number; on: string; recipient: string; reason: string; by: string }>(
    `SELECT number, n, made_on AS "on", recipient, reason, recorded_by AS by FROM certificate_copy ${ofPerson}
     ORDER BY certificate_copy.id`,
    [id],
  )
  const prints = db.all<{ number: string; n: number | null; how: 'printed' | 'saved'; at: string; by: string }>(
    `SELECT number, (SELECT n FROM certificate_copy WHERE id = copy_id) AS n, how, printed_at AS at, printed_by AS by
     FROM certificate_print ${ofPerson} ORDER BY certificate_print.id`,
    [id],
  )
  const verified = db.all<CertificateHistory['verifications'][number] & { number: string }>(
    `SELECT number, how, status, verified_at AS at, verified_by AS by
     FROM certificate_verification ${ofPerson} ORDER BY certificate_verification.id`,
    [id],
  )
  const signed = db.all<{ number: string; name: string; sha256: string; at: string; by: string }>(
    `SELECT number, file_name AS name, certificate_signed_file.sha256, certificate_signed_file.recorded_at AS at,
       certificate_signed_file.recorded_by AS by
     FROM certificate_signed_file ${ofPerson} ORDER BY certificate_signed_file.id`,
    [id],
  )
  return [
    tableSection(
      'Sertifikat dan surat keterangan',
      { Nomor: 50, Jenis: 26, 'Tanggal Terbit': 26, 'Sidik berkas': 70 },
      papers.map(row => [
        row.number,
        row.kind === 'certificate' ? 'Sertifikat' : 'Surat Keterangan',
        formatDate(row.issuedOn),
        row.sha256,
      ]),
    ),
    tableSection(
      'Pencabutan dan penggantian',
      { Nomor: 44, Apa: 44, Tanggal: 24, Alasan: 40, Dicatat: 34 },
      ends.map(row => [row.number, row.how, formatDate(row.on), row.reason, formatRecorded(row)]),
    ),
    tableSection(
      'Salinan',
      { Nomor: 44, 'Salinan ke-': 16, Tanggal: 24, Untuk: 34, Alasan: 40, Oleh: 24 },
      copies.map(row => [row.number, String(row.n), formatDate(row.on), row.recipient, row.reason, row.by]),
    ),
    tableSection(
      'Cetakan sertifikat',
      { Nomor: 50, Lembar: 26, Cara: 30, Waktu: 44, Oleh: 30 },
      prints.map(row => [
        row.number,
        row.n === null ? 'Asli' : `Salinan ke-${row.n}`,
        row.how === 'printed' ? 'Dicetak' : 'Disimpan sebagai berkas',
        formatMoment(row.at),
        row.by,
      ]),
    ),
    tableSection(
      'Pemeriksaan keaslian',
      { Nomor: 50, Menurut: 30, Jawaban: 30, Waktu: 44, Oleh: 30 },
      verified.map(row => [
        row.number,
        verificationWayLabels[row.how],
        verificationAnswers[row.status].title,
        formatMoment(row.at),
        row.by,
      ]),
    ),
    tableSection(
      'Berkas bertanda tangan elektronik',
      { Nomor: 40, Berkas: 40, 'Sidik berkas': 70, Disimpan: 34 },
      signed.map(row => [row.number, row.name, row.sha256, formatRecorded(row)]),
    ),
  ]
}
