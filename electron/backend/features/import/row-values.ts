import { type Cell, cellText, isDateCell, isNumberCell } from '../../../../shared/features/import/cell.ts'
import { type ImportField, importFieldLabels } from '../../../../shared/features/import/import-field.ts'
import type { ImportProblem } from '../../../../shared/features/import/import-row.ts'
import { formatNikDamage, type NikDamage, nikDamage } from '../../../../shared/features/import/nik-damage.ts'
import { readBirthDate } from '../../../../shared/features/import/read-birth-date.ts'
import { readPhoneCell } from '../../../../shared/features/import/read-phone-cell.ts'
import {
  readEducation,
  readEmployment,
  readMaritalStatus,
  readReligion,
  readSex,
} from '../../../../shared/features/import/read-words.ts'
import { longestNote } from '../../../../shared/features/note/note.ts'
import { noDetails } from '../../../../shared/features/trainee/details.ts'
import { cleanNik, compareNik, readNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { formatNikMismatch, formatNikProblem } from '../../../../shared/features/trainee/nik/nik-format.ts'
import { type TraineeDraft, traineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import { longDate, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { findVillageNamed } from './find-village.ts'

/** The parsed values of a line: all problems and warnings, and the person if there are no problems. */
export type RowValues = {
  nik: string
  name: string
  problems: ImportProblem[]
  damage: NikDamage | null
  /** Null if the row is rejected. */
  draft: TraineeDraft | null
  /** Only values from the file; the others of the draft are empty or derived from the NIK. */
  given: Partial<TraineeDraft>
  /** A note for a valid row: its kelurahan. */
  place: string
  /** Becomes a note on the person. */
  remark: string
}

const blank = {
  ...noDetails,
  birthPlace: '',
  familyCard: '',
  address: '',
  neighbourhood: '',
  hamlet: '',
  villageCode: null,
  phone: '',
  education: null,
} satisfies Partial<TraineeDraft>

/** Parses a line. A NIK typed from the KTP replaces that of the file. */
export function readRowValues(
  cells: readonly Cell[],
  fields: readonly (ImportField | null)[],
  today: PlainDate,
  typedNik: string | undefined,
): RowValues {
  const cell = (field: ImportField): Cell => {
    const index = fields.indexOf(field)
    return index < 0 ? null : (cells[index] ?? null)
  }
  const text = (field: ImportField) => cellText(cell(field))
  const problems: ImportProblem[] = []
  const error = (field: string, code: string, message: string) =>
    problems.push({ field, code, severity: 'error', message })
  const warning = (field: string, code: string, message: string) =>
    problems.push({ field, code, severity: 'warning', message })

  const nikCell = typedNik ?? cell('nik')
  const damage = nikDamage(nikCell)
  // '3,67E+15' is shown as in the file: without the comma it would look like a typing error.
  const nik = damage ? damage.shown : cleanNik(cellText(nikCell))
  if (damage) error('nik', 'nik_damaged', formatNikDamage(damage))
  else if (nik === '') error('nik', 'nik_missing', 'NIK kosong.')
  const reading = readNik(nik, today)
  if (!reading.ok && !damage && nik !== '')
    error('nik', `nik_${reading.problem.code}`, formatNikProblem(reading.problem))
  const ofNik = reading.ok && !damage ? reading : null
  const given: Partial<TraineeDraft> = {}

  const born = readBirth(cell, today, ofNik?.birthDate ?? null)
  if (born.date === 'unreadable')
    error('birthDate', 'date_unknown', `Tanggal lahir “${born.text}” tidak terbaca. Tulis seperti 12/05/1990.`)
  else if (born.date !== null && born.date > today)
    error('birthDate', 'date_in_future', `Tanggal lahir ${longDate(born.date)} belum tiba. Periksa tahunnya.`)
  else if (born.date !== null) given.birthDate = born.date
  const birthPlace = text('birthPlace') || born.place
  if (birthPlace !== '') given.birthPlace = birthPlace

  const sex = readSex(text('sex'))
  if (sex !== null) given.sex = sex
  else if (text('sex') !== '')
    error('sex', 'sex_unknown', `Jenis kelamin “${text('sex')}” tidak dikenal. Tulis L atau P.`)

  // If no century fits the age, the written date decides.
  const settled = given.birthDate === undefined ? reading : readNik(nik, today, given.birthDate)
  if (ofNik && settled.ok) {
    if (born.date === null) warning('birthDate', 'from_nik', 'Tanggal lahir diambil dari NIK.')
    for (const mismatch of compareNik(settled, { birthDate: given.birthDate ?? null, sex }))
      warning(mismatch.field === 'sex' ? 'sex' : 'birthDate', 'differs_from_nik', formatNikMismatch(mismatch))
    if (ofNik.unusualAge && born.date === null)
      warning('birthDate', 'unusual_age', 'Umur menurut NIK di luar 10 s.d. 90 tahun. Periksa KTP.')
  }

  const village = findVillageNamed(text('village'), text('district'))
  if (village.village) given.villageCode = village.village.code
  if (village.warning) warning('village', village.warning.code, village.warning.message)

  readWords(text, given, warning)

  const phone = readPhoneCell(cell('phone'))
  if (phone === 'unreadable')
    warning('phone', 'phone_unknown', `Nomor HP “${text('phone')}” tidak dikenal dan tidak diambil.`)
  else if (phone !== null) {
    given.phone = phone.phone
    if (phone.more) warning('phone', 'phone_first', 'Ada beberapa nomor HP; yang pertama diambil.')
  }

  const familyCard = readFamilyCard(cell('familyCard'))
  if (familyCard === 'damaged') warning('familyCard', 'family_card_damaged', 'No. KK dirusak Excel dan tidak diambil.')
  else if (familyCard === 'wrong')
    warning('familyCard', 'family_card_wrong', 'No. KK bukan 16 angka dan tidak diambil.')
  else if (familyCard !== '') given.familyCard = familyCard

  const address = text('address')
  if (address !== '') given.address = address
  readBlocks(cell, given, warning)
  const email = text('email')
  if (/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) given.email = email
  else if (email !== '') warning('email', 'email_unknown', `Email “${email}” tidak lengkap dan tidak diambil.`)

  const name = text('name')
  if (name === '') error('name', 'name_missing', 'Nama kosong.')
  else if (!/\p{L}/u.test(name)) error('name', 'name_without_letters', `Nama “${name}” tidak memuat huruf.`)

  const parsed = traineeDraft.safeParse({
    ...blank,
    ...(ofNik ? { birthDate: ofNik.birthDate, sex: ofNik.sex } : {}),
    ...given,
    nik,
    name,
  })
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = String(issue.path[0] ?? '')
      // Missing because the NIK is invalid, which is already reported.
      if (!ofNik && ((field === 'birthDate' && born.date === null) || (field === 'sex' && text('sex') === ''))) continue
      if (problems.some(problem => problem.field === field && problem.severity === 'error')) continue
      error(field, 'invalid', issue.message)
    }
  }
  const sound = parsed.success && !problems.some(problem => problem.severity === 'error')
  if (parsed.success) given.name = parsed.data.name
  return {
    nik,
    name: parsed.success ? parsed.data.name : name,
    problems,
    damage,
    draft: sound ? parsed.data : null,
    given,
    place: formatPlace(village.village?.village ?? null, village.oldSpelling),
    remark: shortened(text('remark')),
  }
}

/** As one line that fits a note. */
function shortened(text: string): string {
  const letters = [...text.replace(/[\s\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()]
  return letters.length <= longestNote ? letters.join('') : `${letters.slice(0, longestNote - 1).join('')}…`
}

type CellOf = (field: ImportField) => Cell
type Warn = (field: string, code: string, message: string) => unknown
type WordField = 'education' | 'employment' | 'religion' | 'maritalStatus'
type Birth = { date: PlainDate | 'unreadable' | null; text: string; place: string }

/** Date and place of birth, in separate columns or one: 'Tangerang, 12 Mei 1990'. */
function readBirth(cell: CellOf, today: PlainDate, ofNik: PlainDate | null): Birth {
  const own = cell('birthDate')
  const both = cell('birthPlaceAndDate')
  if (cellText(own) !== '' || both === null) {
    return {
      date: readBirthDate(own, today, ofNik),
      text: cellText(own),
      place: cellText(both)
        .replace(/,?[^,]*\d.*$/, '')
        .trim(),
    }
  }
  if (isDateCell(both) || isNumberCell(both))
    return { date: readBirthDate(both, today, ofNik), text: cellText(both), place: '' }
  const text = cellText(both)
  // The place ends where digits begin; 'Jakarta 12-05-1990' has no comma.
  const split = /^(\D*?)[\s,.]*(\d.*)$/.exec(text)
  if (!split) return { date: null, text, place: text.replace(/[,.\s]+$/, '') }
  return { date: readBirthDate(split[2] ?? '', today, ofNik), text, place: (split[1] ?? '').trim() }
}

function readFamilyCard(cell: Cell): string | 'damaged' | 'wrong' {
  const digits = cleanNik(cellText(cell))
  if (digits === '') return ''
  if (isNumberCell(cell) || /e\+?\d+$/i.test(digits)) return 'damaged'
  return /^\d{16}$/.test(digits) ? digits : 'wrong'
}

/** Fields with a few allowed words. An unknown word is dropped with a warning. */
function readWords(text: (field: ImportField) => string, given: Partial<TraineeDraft>, warning: Warn): void {
  const take = <Field extends WordField>(field: Field, value: TraineeDraft[Field]) => {
    if (value !== null) given[field] = value
    else if (text(field) !== '')
      warning(
        field,
        `${field === 'maritalStatus' ? 'marital_status' : field}_unknown`,
        `${importFieldLabels[field]} “${text(field)}” tidak dikenal.`,
      )
  }
  take('education', readEducation(text('education')))
  take('employment', readEmployment(text('employment')))
  take('religion', readReligion(text('religion')))
  take('maritalStatus', readMaritalStatus(text('maritalStatus')))
}

/** RT and RW, in separate columns or one: '003/05', 'RT 3 RW 5'. Excel converts '3/5' to a date in May. */
function readBlocks(cell: CellOf, given: Partial<TraineeDraft>, warning: Warn): void {
  const both = cell('neighbourhoodAndHamlet')
  if (isDateCell(both)) warning('neighbourhood', 'block_is_date', 'RT/RW menjadi tanggal di Excel dan tidak diambil.')
  const [first = '', second = ''] = isDateCell(both) ? [] : (cellText(both).match(/\d+/g) ?? [])
  for (const [field, text] of [
    ['neighbourhood', first || cellText(cell('neighbourhood')).replace(/\D/g, '')],
    ['hamlet', second || cellText(cell('hamlet')).replace(/\D/g, '')],
  ] as const) {
    const digits = text.replace(/^0+(?=\d{3})/, '')
    if (digits.length > 3)
      warning(field, 'block_unknown', `${importFieldLabels[field]} “${text}” lebih dari 3 angka dan tidak diambil.`)
    else if (digits !== '') given[field] = digits
  }
}

function formatPlace(village: string | null, oldSpelling: string | null): string {
  if (village === null) return ''
  return oldSpelling === null ? `Kel. ${village}` : `Kel. “${oldSpelling}” = ${village}`
}
