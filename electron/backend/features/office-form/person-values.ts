import type { PersonFacts } from '../../../../shared/facts/person-facts.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { hundredths } from '../../../../shared/kernel/number-format.ts'
import { longDate, type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { FormPicture, FormText, FormValues } from '../../office/form-values.ts'
import { formatHome } from '../../paper-kit/home-format.ts'

export function words(text: string | null): FormText {
  return { text: text ?? '' }
}

export function numeral(value: number | null): FormText {
  return value === null ? { text: '' } : { text: value.toLocaleString('id-ID'), number: value }
}

/** A score or amount in hundredths. */
export function ofHundredths(value: number | null): FormText {
  return value === null ? { text: '' } : { text: hundredths(value), number: value / 100 }
}

export function day(date: PlainDate | null): FormText {
  return date === null ? { text: '' } : { text: longDate(date), date }
}

type Who = Omit<PersonFacts, 'familyCard' | 'photo' | 'details'>

/** Tokens of the person of a form; `on` is the day for the age. */
export function personValues(person: Who, { isWhole, on }: { isWhole: boolean; on: PlainDate }): FormValues {
  const { name, nik, sex, birthPlace, birthDate, address, rt, rw, village, district } = person
  return {
    nama: words(name),
    nama_kapital: words(name.toUpperCase()),
    nik: words(isWhole || nik.length < 16 ? nik : maskNik(nik)),
    nik_lengkap: words(nik),
    jk: words(sex),
    jenis_kelamin: words(sex === 'L' ? 'Laki-laki' : sex === 'P' ? 'Perempuan' : ''),
    tempat_lahir: words(birthPlace),
    tanggal_lahir: day(birthDate),
    ttl: words([birthPlace, birthDate && longDate(birthDate)].filter(Boolean).join(', ')),
    umur: numeral(birthDate && ageOn(birthDate, on)),
    pendidikan: words(person.education),
    alamat: words(address),
    rt: words(rt),
    rw: words(rw),
    kelurahan: words(village),
    kecamatan: words(district),
    alamat_lengkap: words(formatHome({ address, rt, rw, village, district })),
    telepon: words(person.phone === '' ? '' : showPhone(person.phone)),
    laki_laki: sex === 'L',
    perempuan: sex === 'P',
  }
}

function ageOn(born: PlainDate, on: PlainDate): number {
  return yearOf(on) - yearOf(born) - (on.slice(5) < born.slice(5) ? 1 : 0)
}

/** Tokens only for a form about one person. */
export function portraitValues({ familyCard, details }: PersonFacts): FormValues {
  return {
    no_kk: words(familyCard),
    agama: words(details.religion),
    status_kawin: words(details.maritalStatus),
    pekerjaan: words(details.employment),
    email: words(details.email),
    domisili: words(details.home),
  }
}

export function photoValue(photo: Uint8Array | null): FormPicture {
  return { picture: photo, widthMm: 30, heightMm: 40, says: 'Pas foto' }
}
