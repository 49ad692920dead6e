import type { CohortFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { showPhone } from '../../../../../shared/features/trainee/phone.ts'
import { dateRange, longDate } from '../../../../../shared/kernel/date-format.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { formatSexes } from '../../../paper-kit/cohort-tokens.ts'
import { rowsOrForm } from '../../../paper-kit/form-rows.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import type { Row, Table } from '../../../pdf/table/table.ts'

export function drawParticipants(facts: CohortFacts, size: PaperSize): DrawnPaper {
  const { cohort, trainees } = facts
  return drawListPaper(facts, size, 'wide', {
    name: 'Daftar Nominatif Peserta',
    footer: 'Nominatif peserta · RAHASIA: memuat data pribadi',
    title: 'DAFTAR NOMINATIF PESERTA PELATIHAN',
    subtitle: `${cohortTitle(cohort)}  ·  ${dateRange(cohort.start, cohort.end)}`,
    // A class of sixteen is signed on one sheet.
    compact: true,
    table: usable => tableOf(usable, size),
    rows: rowsOrForm(trainees.map(rowOf), 6.3),
    signOff: sheet =>
      byHead(facts, {
        lead: 6,
        note: y => sheet.text(countWordsOf(trainees), sheet.left, y + 4.6, { face: 'arimo', size: 9.5 }),
      }),
  })
}

function tableOf(usable: number, size: PaperSize): Table {
  const [name, birth, village, district, phone] = size === 'F4' ? [66, 50, 31, 24, 27] : [56, 43, 24, 20, 25]
  const address = usable - 9 - name - 9 - 32 - birth - 14 - village - district - phone
  return {
    columns: [
      { title: 'No.', width: 9, align: 'center' },
      { title: 'Nama Lengkap', width: name },
      { title: 'L/P', width: 9, align: 'center' },
      { title: 'NIK', width: 32, align: 'center', size: 9 },
      { title: 'Tempat, Tanggal Lahir', width: birth, size: size === 'F4' ? 9 : 8 },
      { title: 'Pend.', width: 14, align: 'center' },
      { title: 'Alamat', width: address, size: size === 'F4' ? 8.5 : 7.5 },
      { title: 'Kelurahan', width: village, size: size === 'F4' ? 9 : 8 },
      { title: 'Kecamatan', width: district, size: size === 'F4' ? 9 : 8 },
      { title: 'No. HP', width: phone, align: 'center', size: 9 },
    ],
    headHeight: 7,
  }
}

function rowOf(trainee: TraineeFacts): Row {
  const birth = [trainee.birthPlace, longDate(trainee.birthDate)].filter(part => part !== '').join(', ')
  return {
    height: 6.3,
    cells: [
      String(trainee.position),
      trainee.name.toUpperCase(),
      trainee.sex,
      trainee.nik,
      birth,
      // The column holds the level alone: 'SMA', not 'SMA sederajat'.
      trainee.education.replace(' sederajat', ''),
      addressOf(trainee),
      trainee.village,
      trainee.district,
      showPhone(trainee.phone),
    ],
  }
}

/** 'Jl. Contoh Melati No. 1 RT 001/001' */
function addressOf({ address, rt, rw }: TraineeFacts): string {
  const neighbourhood = rt === '' && rw === '' ? '' : `RT\u00a0${rt || '–'}/${rw || '–'}`
  return [address, neighbourhood].filter(part => part !== '').join(' ')
}

function countWordsOf(trainees: readonly TraineeFacts[]): string {
  const sexes = formatSexes(trainees)
  return trainees.length === 0
    ? ''
    : `${sexes.charAt(0).toUpperCase()}${sexes.slice(1)}, jumlah ${trainees.length} orang.`
}
