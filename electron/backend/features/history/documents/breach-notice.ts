import type { CentreFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { Signatory } from '../../../../../shared/features/centre/signatory.ts'
import { longDate, type PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../../../shared/kernel/time.ts'
import type { FilledLetter } from '../../../paper-kit/fill-letter.ts'
import { drawOfficeLetter } from '../../../paper-kit/office-letter.ts'
import { openPaper } from '../../../paper-kit/paper-sheet.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import type { Span } from '../../../pdf/text/paragraph.ts'

type BreachFacts = {
  centre: CentreFacts
  head: Signatory
  writtenOn: PlainDate
  printedAt: string
  /** Kinds of data, as text. */
  data: string
  people: number
  /** Officer for personal data with contact; '' if there is none. */
  dataOfficer: string
  /** Times 'YYYY-MM-DDTHH:MM…'. */
  first: string
  last: string
  knownAt: string
  deadline: string
}

const subject = 'Pemberitahuan kegagalan pelindungan data pribadi'

/**
 * Draft of the notice required by UU 27/2022 Pasal 46, for people and authority: which data, when and how, and measures. Unknown values are dotted
 * lines.
 */
export function drawBreachNotice(facts: BreachFacts, size: PaperSize): DrawnPaper {
  const sheet = openPaper(facts, size, 'letter', subject)
  for (const addressee of ['Saudara pemilik data', 'Pimpinan lembaga pelindungan data pribadi']) {
    const own = addressee.startsWith('Saudara')
    drawOfficeLetter(
      sheet,
      {
        centre: facts.centre,
        number: '',
        date: facts.writtenOn,
        signatory: facts.head,
        filled: headOf(addressee),
        opening: [
          [
            'Dengan hormat, menurut Pasal 46 Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi, kami memberitahukan bahwa telah terjadi kegagalan pelindungan data pribadi di balai kami.',
          ],
        ],
        event: [
          { label: 'Data', value: [facts.data] },
          { label: 'Banyak orang', value: [`${facts.people}`] },
          { label: 'Terjadi', value: [`${moment(facts.first)} s.d. ${moment(facts.last)}`] },
          { label: 'Diketahui', value: [moment(facts.knownAt)] },
          { label: 'Cara', value: [{ blank: 90 }] },
          { label: 'Pejabat PDP', value: [facts.dataOfficer || { blank: 90 }] },
        ],
        closing: closingOf(own),
        copies: own ? [] : [['Pemilik data yang bersangkutan']],
      },
      { printedAt: null, footer: '' },
    )
  }
  sheet.warn(
    `Rancangan: isi nomor surat, cara terjadinya, dan penanganannya${facts.dataOfficer ? '' : ', dan Pejabat PDP (Pengaturan, Aturan)'}. Kirim sebelum ${moment(facts.deadline)}.`,
  )
  return sheet.finish()
}

function headOf(addressee: string): FilledLetter {
  return {
    rows: () => [{ label: 'Hal', value: [subject] }],
    lines: () => [['Yth.'], [addressee], ['di tempat']],
    words: () => '',
    missing: () => '',
  }
}

function closingOf(own: boolean): Span[][] {
  const handling: Span[] = ['Yang sudah kami lakukan untuk menangani dan memulihkannya: ', { blank: 110 }, '.']
  return own
    ? [
        handling,
        [
          'Kami mohon Saudara waspada terhadap telepon, pesan, atau tagihan yang memakai data Saudara. Saudara berhak meminta salinan data, perbaikan, penghentian, dan penghapusan di balai kami.',
        ],
        ['Kami mohon maaf atas kejadian ini.'],
      ]
    : [
        handling,
        [
          'Daftar orang yang terdampak kami simpan dan dapat diminta. Pemiliknya kami beri tahu dengan surat tersendiri.',
        ],
      ]
}

function moment(at: string): string {
  return `${longDate(at.slice(0, 10) as PlainDate)} pukul ${showTime(at.slice(11, 16))}`
}
