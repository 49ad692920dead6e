import type { ImportProblem, ImportRow } from '../../../../shared/features/trainee/contract.ts'
import { noDetails } from '../../../../shared/features/trainee/details.ts'
import { cleanNik, compareNik, readNik, type Sex } from '../../../../shared/features/trainee/nik.ts'
import { nikMismatchWords } from '../../../../shared/features/trainee/nik-words.ts'
import { type Education, traineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import { readDate } from '../../../../shared/kernel/date-input.ts'
import { isPlainDate, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { isOfHome, villagesNamed } from './villages.ts'
import type { WorkbookField } from './workbook-columns.ts'

/** A number keeps the digits as the file holds them. */
export type WorkbookCell = string | boolean | Date | { digits: string } | null

/** One row of cells as a draft with everything that is wrong or worth a look; the draft is null when the row cannot be taken. */
export function readWorkbookRow(
  cells: WorkbookCell[],
  fields: (WorkbookField | null)[],
  today: PlainDate,
): Omit<ImportRow, 'row' | 'status' | 'traineeId'> {
  const cell = (field: WorkbookField): WorkbookCell => {
    const index = fields.indexOf(field)
    return index < 0 ? null : (cells[index] ?? null)
  }
  const text = (field: WorkbookField) => asText(cell(field))
  const problems: ImportProblem[] = []
  const error = (field: string, code: string, message: string) =>
    problems.push({ field, code, severity: 'error', message })
  const warning = (field: string, code: string, message: string) =>
    problems.push({ field, code, severity: 'warning', message })

  const nikCell = cell('nik')
  const nik = cleanNik(text('nik'))
  const damaged = damageOf(nikCell, nik)
  if (damaged) error('nik', 'nik_damaged', damaged)

  const reading = readNik(nik, today)
  const typed = readBirth(cell('birthDate'), text('birthPlaceAndDate'), today)
  const sexTyped = readSex(text('sex'))
  if (text('sex') !== '' && sexTyped === null)
    error('sex', 'sex_unknown', `Jenis kelamin “${text('sex')}” tidak dikenal. Tulis L atau P.`)
  if (typed === 'unreadable')
    error('birthDate', 'date_unknown', `Tanggal lahir “${text('birthDate')}” tidak ada. Tulis seperti 12/05/1990.`)
  const birthDate = typed && typed !== 'unreadable' ? typed : reading.ok && typed === null ? reading.birthDate : null
  const sex = sexTyped ?? (reading.ok ? reading.sex : null)
  if (reading.ok && typed === null) warning('birthDate', 'from_nik', 'Tanggal lahir diambil dari NIK.')
  if (reading.ok && birthDate && sex) {
    for (const mismatch of compareNik(reading, { birthDate, sex }))
      warning(mismatch.field === 'sex' ? 'sex' : 'birthDate', 'differs_from_nik', nikMismatchWords(mismatch))
  }

  const village = readVillage(text('village'), text('district'))
  if (village === 'unknown') warning('village', 'village_unknown', `Kelurahan “${text('village')}” tidak dikenal.`)
  if (village === 'ambiguous') {
    warning('village', 'village_ambiguous', `Ada beberapa kelurahan “${text('village')}”. Tulis kecamatannya.`)
  }
  const education = readEducation(text('education'))
  if (text('education') !== '' && education === null)
    warning('education', 'education_unknown', `Pendidikan “${text('education')}” tidak dikenal.`)

  const parsed = traineeDraft.safeParse({
    ...noDetails,
    nik,
    name: text('name'),
    birthPlace: text('birthPlace') || text('birthPlaceAndDate').replace(/,.*$/s, '').trim(),
    birthDate,
    sex,
    familyCard: text('familyCard'),
    address: text('address'),
    neighbourhood: text('neighbourhood').replace(/\D/g, ''),
    hamlet: text('hamlet').replace(/\D/g, ''),
    villageCode: typeof village === 'object' ? (village?.code ?? null) : null,
    phone: phoneText(text('phone')),
    education,
  })
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = String(issue.path[0] ?? '')
      // Left out because the NIK says them: its own message is enough.
      if (!reading.ok && ((field === 'birthDate' && typed === null) || (field === 'sex' && sexTyped === null))) continue
      if (!problems.some(problem => problem.field === field && problem.severity === 'error'))
        error(field, 'invalid', issue.message)
    }
  }
  const taken = parsed.success && !problems.some(problem => problem.severity === 'error')
  return { nik, name: text('name'), draft: taken ? parsed.data : null, problems }
}

/** Excel keeps fifteen digits of a number; what follows is lost for good and never guessed. */
function damageOf(cell: WorkbookCell, nik: string): string | null {
  if (cell !== null && typeof cell === 'object' && !(cell instanceof Date)) {
    return 'NIK tersimpan sebagai angka, jadi angka terakhirnya hilang. Ubah kolom menjadi Teks di Excel dan ketik ulang dari KTP.'
  }
  if (/^\d(,\d+)?e\+?\d+$/i.test(nik) || /^\d+e\+?\d+$/i.test(nik))
    return 'NIK berbentuk 3,67E+15; angkanya hilang. Ketik ulang dari KTP.'
  return null
}

function asText(cell: WorkbookCell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return dateText(cell)
  if (typeof cell === 'object') return cell.digits
  return String(cell).trim()
}

/** Excel lets a cell be a date whatever number is in it, also one that is no day. */
function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? '(bukan tanggal)' : date.toISOString().slice(0, 10)
}

function readBirth(cell: WorkbookCell, placeAndDate: string, today: PlainDate): PlainDate | 'unreadable' | null {
  if (cell instanceof Date) {
    const date = dateText(cell)
    return isPlainDate(date) ? date : 'unreadable'
  }
  const text =
    asText(cell) || (placeAndDate.includes(',') ? placeAndDate.slice(placeAndDate.indexOf(',') + 1).trim() : '')
  if (text === '') return null
  // A birth date names its year in full: a missing one would be read as the nearest.
  return /\d{4}/.test(text) ? (readDate(text, today, { past: true }) ?? 'unreadable') : 'unreadable'
}

function readSex(text: string): Sex | null {
  const word = text.toLowerCase().replace(/[^a-z]/g, '')
  if (['l', 'lk', 'laki', 'lakilaki', 'pria', 'lelaki'].includes(word)) return 'L'
  if (['p', 'pr', 'perempuan', 'wanita'].includes(word)) return 'P'
  return null
}

function readEducation(text: string): Education | null {
  const word = text
    .toUpperCase()
    .replace(/\bSEDERAJAT\b/, '')
    .replace(/[^A-Z0-9]/g, '')
  const aliases: Record<string, Education> = {
    TIDAKSEKOLAH: 'TIDAK_SEKOLAH',
    SD: 'SD',
    MI: 'SD',
    PAKETA: 'SD',
    SMP: 'SMP',
    MTS: 'SMP',
    SLTP: 'SMP',
    PAKETB: 'SMP',
    SMA: 'SMA',
    MA: 'SMA',
    SLTA: 'SMA',
    SMU: 'SMA',
    PAKETC: 'SMA',
    SMK: 'SMK',
    STM: 'SMK',
    D1: 'D1',
    D2: 'D2',
    D3: 'D3',
    D4: 'D4',
    S1: 'S1',
    S2: 'S2',
    DI: 'D1',
    DII: 'D2',
    DIII: 'D3',
    DIV: 'D4',
  }
  return aliases[word] ?? null
}

/**
 * The code of the kelurahan that is meant, or why there is none. Without its kecamatan a name counts where Kota Tangerang has
 * one of it, or the whole country has: any other guess would move somebody to another island.
 */
function readVillage(village: string, district: string): { code: string } | 'unknown' | 'ambiguous' | null {
  if (village === '') return null
  const named = villagesNamed(village.replace(/^(kel|kelurahan|desa)\b\.?\s*/i, ''))
  if (named.length === 0) return 'unknown'
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/^(kec|kecamatan)\b\.?/, '')
      .replace(/[^a-z]/g, '')
  const inDistrict = named.filter(hit => plain(hit.district) === plain(district))
  for (const hits of [inDistrict, named.filter(isOfHome), named]) {
    const [hit, another] = hits
    if (hit && !another) return { code: hit.code }
  }
  return 'ambiguous'
}

/** Excel drops the zero in front of a number: 8123… is 08123…. */
function phoneText(text: string): string {
  return /^8\d{8,}$/.test(text) ? `0${text}` : text
}
