import type { Employment, MaritalStatus, Religion } from '../trainee/details.ts'
import type { Sex } from '../trainee/nik/nik.ts'
import type { Education } from '../trainee/trainee.ts'

const sexes: Record<string, Sex> = {
  l: 'L',
  lk: 'L',
  lkl: 'L',
  laki: 'L',
  lakilaki: 'L',
  laki2: 'L',
  lelaki: 'L',
  pria: 'L',
  p: 'P',
  pr: 'P',
  prp: 'P',
  perempuan: 'P',
  wanita: 'P',
}

/** L or P from 'L', 'Laki-laki', 'LK', 'Pria', 'P', 'PR', 'Perempuan', 'Wanita', in any case; null for anything else. */
export function readSex(text: string): Sex | null {
  const word = text
    .toLowerCase()
    .replace(/\([^()]*\)/g, '')
    .replace(/[^a-z2]/g, '')
  return Object.hasOwn(sexes, word) ? (sexes[word] ?? null) : null
}

const educations: Record<string, Education> = {
  TIDAKSEKOLAH: 'TIDAK_SEKOLAH',
  TIDAKBERSEKOLAH: 'TIDAK_SEKOLAH',
  BELUMSEKOLAH: 'TIDAK_SEKOLAH',
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
  SMEA: 'SMK',
  D1: 'D1',
  DI: 'D1',
  D2: 'D2',
  DII: 'D2',
  D3: 'D3',
  DIII: 'D3',
  D4: 'D4',
  DIV: 'D4',
  S1: 'S1',
  SARJANA: 'S1',
  S2: 'S2',
}

/** Education level by any name that schools have had; of 'SLTA/SMA' the first known one. */
export function readEducation(text: string): Education | null {
  const words = [text, ...text.split('/')].map(part =>
    part
      .toUpperCase()
      .replace(/\b(?:SEDERAJAT|TAMAT|LULUSAN|DIPLOMA(?= ?[1-4IV]))\b/g, found => (found === 'DIPLOMA' ? 'D' : ''))
      .replace(/[^A-Z0-9]/g, ''),
  )
  const known = words.find(word => Object.hasOwn(educations, word))
  return known === undefined ? null : (educations[known] ?? null)
}

const employments: Record<string, Employment> = {
  MENGANGGUR: 'MENGANGGUR',
  TIDAKBEKERJA: 'MENGANGGUR',
  BELUMBEKERJA: 'MENGANGGUR',
  BELUMTIDAKBEKERJA: 'MENGANGGUR',
  TIDAKBELUMBEKERJA: 'MENGANGGUR',
  BEKERJA: 'BEKERJA',
  KARYAWAN: 'BEKERJA',
  KARYAWANSWASTA: 'BEKERJA',
  BURUH: 'BEKERJA',
  BURUHHARIANLEPAS: 'BEKERJA',
  PEGAWAI: 'BEKERJA',
  PEGAWAISWASTA: 'BEKERJA',
  PNS: 'BEKERJA',
  ASN: 'BEKERJA',
  WIRAUSAHA: 'WIRAUSAHA',
  WIRASWASTA: 'WIRAUSAHA',
  PEDAGANG: 'WIRAUSAHA',
  IRT: 'IRT',
  IBURUMAHTANGGA: 'IRT',
  MENGURUSRUMAHTANGGA: 'IRT',
}

const religions: Record<string, Religion> = {
  ISLAM: 'ISLAM',
  KRISTEN: 'KRISTEN',
  PROTESTAN: 'KRISTEN',
  KRISTENPROTESTAN: 'KRISTEN',
  KATOLIK: 'KATOLIK',
  KATHOLIK: 'KATOLIK',
  KRISTENKATOLIK: 'KATOLIK',
  HINDU: 'HINDU',
  BUDDHA: 'BUDDHA',
  BUDHA: 'BUDDHA',
  KONGHUCU: 'KONGHUCU',
  KHONGHUCU: 'KONGHUCU',
  KEPERCAYAAN: 'KEPERCAYAAN',
}

const maritalStatuses: Record<string, MaritalStatus> = {
  BELUMKAWIN: 'BELUM_KAWIN',
  BELUMMENIKAH: 'BELUM_KAWIN',
  LAJANG: 'BELUM_KAWIN',
  BK: 'BELUM_KAWIN',
  KAWIN: 'KAWIN',
  MENIKAH: 'KAWIN',
  SUDAHKAWIN: 'KAWIN',
  SUDAHMENIKAH: 'KAWIN',
  CERAIHIDUP: 'CERAI_HIDUP',
  CERAIMATI: 'CERAI_MATI',
}

export const readEmployment = (text: string): Employment | null => wordOf(employments, text)
export const readReligion = (text: string): Religion | null => wordOf(religions, text)
export const readMaritalStatus = (text: string): MaritalStatus | null => wordOf(maritalStatuses, text)

function wordOf<Value>(known: Record<string, Value>, text: string): Value | null {
  const word = text.toUpperCase().replace(/[^A-Z]/g, '')
  return Object.hasOwn(known, word) ? (known[word] ?? null) : null
}
