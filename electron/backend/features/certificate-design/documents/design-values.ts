import { officeOf } from '../../../../../shared/features/centre/signatory.ts'
import type { DrawnCertificateFacts } from '../../../../../shared/features/certificate/certificate-facts.ts'
import type { DesignToken } from '../../../../../shared/features/certificate-design/design.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { dateRange, englishDate, longDate } from '../../../../../shared/kernel/plain-date.ts'
import {
  blank,
  formatAttendance,
  formatBatch,
  formatCount,
  isNamedAfterTrade,
} from '../../../paper-kit/cohort-format.ts'

const nbsp = '\u00a0'

/** Token values of one certificate; '' if empty. */
export function designValues(facts: DrawnCertificateFacts): Record<DesignToken, string> {
  const { centre, number, replaces, decree, signatory, name, birthPlace, birthDate, trade, program, cohort } = facts
  const { start, end, dayCount, hours, final, attendance, predicate, issuedOn } = facts
  const born = birthDate === null ? blank : longDate(birthDate)
  const [last = '', middle = '', first = ''] = centre.lines.toReversed()
  return {
    kop1: first,
    kop2: middle,
    kop3: last,
    nomor: number,
    menggantikan: replaces,
    dasar: decree ? formatDecree(decree) : '',
    jabatan: officeOf(signatory).replaceAll('\n', ', '),
    nama: name,
    lahir: birthPlace === '' ? `lahir tanggal ${born}` : `lahir di ${birthPlace}, ${born}`,
    tempat_tanggal_lahir: birthPlace === '' ? born : `${birthPlace}, ${born}`,
    kejuruan: trade,
    program,
    kejuruan_program: isNamedAfterTrade(trade, program) ? '' : `${trade} program`,
    angkatan: formatBatch(cohort),
    waktu: dateRange(start, end),
    waktu_inggris: `${englishDate(start)} to ${englishDate(end)}`,
    hari: String(dayCount),
    hari_huruf: formatCount(dayCount),
    jp: String(hours),
    jp_huruf: formatCount(hours),
    nilai_akhir: final === null ? blank : hundredths(final),
    kehadiran: formatAttendance(attendance),
    predikat: predicate ?? '',
    kota: centre.city,
    tanggal_terbit: longDate(issuedOn),
  }
}

function formatDecree({ issuer, number, date, subject }: NonNullable<DrawnCertificateFacts['decree']>): string {
  const kind = issuer === '' ? 'Surat Keputusan' : `Keputusan ${issuer}`
  // A decree with its issuer needs no subject.
  const about = issuer === '' && subject !== '' ? ` tentang ${subject}` : ''
  return `${kind} Nomor${nbsp}${number} tanggal${nbsp}${longDate(date)}${about}`
}
