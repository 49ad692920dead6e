import { createCanvas } from '@napi-rs/canvas'
import type { CertificateRequest } from '../../../electron/backend/features/certificate-design/documents/certificate.ts'
import type { CertificateFacts } from '../../../shared/features/certificate/certificate-facts.ts'
import { predicate } from '../../../shared/features/score/score.ts'
import { seededDraw } from '../measure.ts'

const given = 'SITI AMINAH DEWI RATNA AGUS BUDI NURAINI RINA EKO TRI WAHYU LESTARI INDAH YUNI'.split(' ')
const family = 'RAHAYU LESTARI HIDAYAT SAPUTRA NINGSIH KURNIAWAN WULANDARI PRATAMA SETIAWAN HANDAYANI'.split(' ')
const titles = [
  'Menerapkan Kesehatan dan Keselamatan Kerja pada Usaha Kecantikan',
  'Melakukan Persiapan Kerja pada Usaha Kecantikan',
  'Membersihkan Tempat dan Peralatan Kerja pada Usaha Kecantikan',
  'Melakukan Komunikasi di Tempat Kerja',
  'Melakukan Konsultasi pada Usaha Kecantikan',
  'Menganalisis Bentuk Wajah dan Jenis Kulit untuk Rias Wajah',
  'Melakukan Rias Wajah Sehari-hari',
  'Melakukan Rias Wajah Malam dan Pesta',
  'Melakukan Rias Wajah Pengantin dan Penataan Pelengkapnya',
]

/**
 * Certificates of fictional people, each with a photo, marks and a code. The first two people have the same name. Photos are drawn only when needed:
 * a thousand canvases would be most of the memory of a contender.
 */
export function manyCertificates(
  count: number,
  photoOf: (index: number) => Uint8Array = drawPhoto,
): CertificateRequest[] {
  const draw = seededDraw(count)
  return Array.from({ length: count }, (_, index) => {
    const person = index < 2 ? 0 : index
    const name = `${given[person % given.length]} ${family[Math.floor(person / given.length) % family.length]} ${toLetters(person)}`
    const facts = certificateOf(index, name, draw)
    return {
      facts,
      get photo() {
        return photoOf(index)
      },
    }
  })
}

// Different names without digits, as real names are.
function toLetters(index: number): string {
  return [index % 26, Math.floor(index / 26) % 26, 0].map(at => String.fromCharCode(65 + at)).join('')
}

function certificateOf(index: number, name: string, draw: (limit: number) => number): CertificateFacts {
  const number = `500.15/${String(index + 1).padStart(4, '0')}/BLK/I/2025`
  const [theory, practice] = [7000 + draw(3000), 7000 + draw(3000)]
  const final = Math.round(theory * 0.3 + practice * 0.7)
  const signatory = {
    prefix: '',
    title: 'Kepala UPT Balai Latihan Kerja',
    name: 'Drs. H. Ahmad Fauzi Rahman, M.Si.',
    rank: 'Pembina Tingkat I (IV/b)',
    nip: '197104121998031004',
  }
  const proof = Array.from(
    { length: 90 },
    () => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789abcdefghjkmnpqrstuvwxyz'[draw(55)],
  ).join('')
  return {
    templateVersion: 1,
    number,
    issuedOn: '2025-01-09',
    centre: {
      lines: ['Pemerintah Kota Tangerang', 'Dinas Ketenagakerjaan', 'UPT Balai Latihan Kerja'],
      city: 'Tangerang',
      practice: false,
    },
    decree: {
      issuer: 'Kepala Dinas Ketenagakerjaan Kota Tangerang',
      number: '800.2/153-Disnaker/2024',
      date: '2024-12-09',
      subject: '',
    },
    name,
    birthPlace: 'Tangerang',
    birthDate: `19${80 + draw(20)}-0${1 + draw(9)}-${10 + draw(18)}` as CertificateFacts['birthDate'],
    trade: 'Tata Rias',
    program: 'Tata Rias (Make Up Artist)',
    cohort: { number: 3, year: 2024 },
    start: '2024-12-16',
    end: '2025-01-08',
    dayCount: 15,
    hours: 120,
    attendance: { present: 13 + draw(3), planned: 15 },
    theoryHours: 36,
    practiceHours: 84,
    minutesPerHour: 45,
    predicate: predicate(final),
    theory,
    practice,
    final,
    weights: { theory: 30, practice: 70 },
    passMark: 7000,
    minimumAttendance: 80,
    units: titles.map((title, at) => ({
      code: `S.96KEC0${at}.00${at + 1}.2`,
      title,
      hours: at < 4 ? 8 : 16,
      result: 'K',
      score: 7000 + draw(3000),
    })),
    signatory,
    acknowledger: null,
    backSignatory: { prefix: '', title: 'Instruktur', name: 'Rina Marliana, S.Pd.', rank: '', nip: '' },
    replaces: '',
    qrText: `B|${number}|${name}|TATA RIAS (MAKE UP ARTIST)|2025-01-09|1a2b3c4d|${proof}`,
  }
}

/** A JPEG of 354 × 472, about as many bytes as a real photo of that size. */
function drawPhoto(index: number): Uint8Array {
  const canvas = createCanvas(354, 472)
  const context = canvas.getContext('2d')
  context.fillStyle = `hsl(${(index * 47) % 360}, 60%, 45%)`
  context.fillRect(0, 0, 354, 472)
  for (let spot = 0; spot < 40; spot += 1) {
    context.fillStyle = `hsl(${(index * 31 + spot * 9) % 360}, 40%, ${30 + ((spot * 7) % 50)}%)`
    context.beginPath()
    context.arc((spot * 53 + index * 17) % 354, (spot * 97 + index * 29) % 472, 12 + (spot % 30), 0, 7)
    context.fill()
  }
  return new Uint8Array(canvas.toBuffer('image/jpeg', 60))
}
