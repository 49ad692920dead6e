import type { CohortFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { showPhone } from '../../../../../shared/features/trainee/phone.ts'
import { dateRange, longDate } from '../../../../../shared/kernel/plain-date.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { formatSexes } from '../../../paper-kit/cohort-tokens.ts'
import { drawListPaper, type ListColumn, listOf } from '../../../paper-kit/list-paper.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'

export function drawParticipants(facts: CohortFacts, size: PaperSize): DrawnPaper {
  const { cohort, trainees } = facts
  return drawListPaper(facts, size, 'wide', {
    name: 'Daftar Nominatif Peserta',
    footer: 'Nominatif peserta · RAHASIA: memuat data pribadi',
    title: 'DAFTAR NOMINATIF PESERTA PELATIHAN',
    subtitle: `${cohortTitle(cohort)}  ·  ${dateRange(cohort.start, cohort.end)}`,
    // A class of sixteen must fit on one sheet.
    compact: true,
    ...listOf(trainees, { height: 6.3, headHeight: 7 }, usable => columnsOf(usable, size)),
    signOff: sheet =>
      byHead(facts, {
        lead: 6,
        note: y => sheet.text(formatHeadcount(trainees), sheet.left, y + 4.6, { face: 'arimo', size: 9.5 }),
      }),
  })
}

function columnsOf(usable: number, size: PaperSize): ListColumn<TraineeFacts>[] {
  const [name, birth, village, district, phone] = size === 'F4' ? [66, 50, 31, 24, 27] : [56, 43, 24, 20, 25]
  const address = usable - 9 - name - 9 - 32 - birth - 14 - village - district - phone
  const small = size === 'F4' ? 9 : 8
  return [
    { title: 'No.', width: 9, align: 'center', cell: one => String(one.position) },
    { title: 'Nama Lengkap', width: name, cell: one => one.name.toUpperCase() },
    { title: 'L/P', width: 9, align: 'center', cell: one => one.sex },
    { title: 'NIK', width: 32, align: 'center', size: 9, cell: one => one.nik },
    { title: 'Tempat, Tanggal Lahir', width: birth, size: small, cell: birthOf },
    // The level alone: 'SMA', not 'SMA sederajat'.
    { title: 'Pend.', width: 14, align: 'center', cell: one => one.education.replace(' sederajat', '') },
    { title: 'Alamat', width: address, size: small - 0.5, cell: addressOf },
    { title: 'Kelurahan', width: village, size: small, cell: one => one.village },
    { title: 'Kecamatan', width: district, size: small, cell: one => one.district },
    { title: 'No. HP', width: phone, align: 'center', size: 9, cell: one => showPhone(one.phone) },
  ]
}

function birthOf({ birthPlace, birthDate }: TraineeFacts): string {
  return [birthPlace, longDate(birthDate)].filter(part => part !== '').join(', ')
}

/** 'Jl. Contoh Melati No. 1 RT 001/001' */
function addressOf({ address, rt, rw }: TraineeFacts): string {
  const neighbourhood = rt === '' && rw === '' ? '' : `RT\u00a0${rt || '–'}/${rw || '–'}`
  return [address, neighbourhood].filter(part => part !== '').join(' ')
}

function formatHeadcount(trainees: readonly TraineeFacts[]): string {
  const sexes = formatSexes(trainees)
  return trainees.length === 0
    ? ''
    : `${sexes.charAt(0).toUpperCase()}${sexes.slice(1)}, jumlah ${trainees.length} orang.`
}
