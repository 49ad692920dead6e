import { dateRange, longDate } from '../../kernel/plain-date.ts'
import type { CertificateRecord } from './signed-record.ts'

/** Data of a record, in the order in which people compare it with the paper. */
export function recordRows(record: CertificateRecord): { label: string; value: string }[] {
  const { kind, number, name, program, start, end, issuedOn, issuer } = record
  const title = kind === 'statement' ? 'Surat keterangan' : kind === 'certificate' ? 'Sertifikat pelatihan' : null
  return [
    { label: 'Surat', value: title },
    { label: 'Nomor', value: number },
    { label: 'Nama', value: name },
    { label: 'Program', value: program },
    { label: 'Pelatihan', value: start && end ? dateRange(start, end) : null },
    { label: 'Terbit', value: longDate(issuedOn) },
    { label: 'Penerbit', value: issuer },
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
}
