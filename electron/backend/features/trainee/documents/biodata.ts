import type { PersonFacts, PersonPaperFacts } from '../../../../../shared/facts/person-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { showPhone } from '../../../../../shared/features/trainee/phone.ts'
import { drawPhotoBox } from '../../../pdf/picture/photo-box.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { drawFormRows, type FormRow, type FormStyle, formatBirth } from './person-rows.ts'
import { drawPersonSheets } from './person-sheets.ts'

const pledge = 'Data di atas saya isi dengan sebenarnya sesuai dokumen yang sah.'
const photoWidth = 30

/** A page for each person: known data, lines for the rest, and the photo. */
export function drawBiodata(facts: PersonPaperFacts, size: PaperSize): DrawnPaper {
  return drawPersonSheets(facts, size, 'list', 'Biodata Peserta', sheet => ({
    title: 'BIODATA PESERTA PELATIHAN',
    subtitle: facts.course,
    titleGap: 7.5,
    footer: 'Biodata · RAHASIA: memuat data pribadi',
    head: (person, titleEnd) => drawSections(sheet, facts, person, titleEnd + 7),
    units: [{ height: 5, draw: (page, y) => page.text(pledge, page.left, y + 5, { face: 'arimo', size: 10.5 }) }],
    signer: 'Peserta',
    signerGap: 11,
  }))
}

function drawSections(sheet: Sheet, facts: PersonPaperFacts, person: PersonFacts, photoTop: number): number {
  const { left, right } = sheet
  drawPhotoBox(sheet, person.photo, right - photoWidth, photoTop, 'arimo')
  const style: FormStyle = { labelWidth: 44, right: right - photoWidth - 6, size: 10.5, leading: 6.4 }
  let y = drawHead(sheet, 'A. DATA DIRI', photoTop + 3.5)
  y = drawFormRows(sheet, left, y, identityRows(person), style)
  y = Math.max(y, photoTop + 40) + 10
  y = drawHead(sheet, 'B. ALAMAT DAN KONTAK', y)
  y = drawFormRows(sheet, left, y, contactRows(person), { ...style, right }) + 10
  y = drawHead(sheet, 'C. PELATIHAN', y)
  return drawFormRows(sheet, left, y, trainingRows(facts, person), { ...style, right }) + 5
}

/** Returns the baseline of the first row below. */
function drawHead(sheet: Sheet, text: string, y: number): number {
  sheet.text(text, sheet.left, y, { face: 'arimo-bold', size: 10.5 })
  return y + 7.5
}

function identityRows(person: PersonFacts): FormRow[] {
  return [
    { label: 'Nama sesuai KTP', value: person.name.toUpperCase() },
    { label: 'NIK', value: person.nik },
    { label: 'Nomor Kartu Keluarga', value: person.familyCard },
    { label: 'Tempat, tanggal lahir', value: formatBirth(person) },
    { label: 'Jenis kelamin', value: formatSex(person.sex) },
    { label: 'Agama / status kawin', value: pair(person.details.religion, person.details.maritalStatus) },
    { label: 'Pendidikan terakhir', value: person.education },
    { label: 'Status kerja', value: person.details.employment },
  ]
}

function formatSex(sex: PersonFacts['sex']): string {
  if (sex === null) return ''
  return sex === 'L' ? 'Laki-laki' : 'Perempuan'
}

function contactRows(person: PersonFacts): FormRow[] {
  const { rt, rw, details } = person
  return [
    { label: 'Alamat sesuai KTP', value: person.address },
    { label: 'RT / RW', value: pair(rt, rw) },
    { label: 'Kelurahan', value: person.village },
    { label: 'Kecamatan', value: person.district },
    // Left out if the same as on the KTP, because a blank line would raise questions.
    ...(details.home === '' ? [] : [{ label: 'Alamat domisili', value: details.home }]),
    { label: 'No. HP / WhatsApp', value: showPhone(person.phone) },
    { label: 'Email', value: details.email },
    { label: 'Kontak darurat', value: details.emergency },
  ]
}

function trainingRows({ course, period }: PersonPaperFacts, { details }: PersonFacts): FormRow[] {
  return [
    { label: 'Pelatihan yang diikuti', value: course },
    { label: 'Masa pelatihan', value: period },
    { label: 'No. AK-1 (kartu kuning)', value: details.jobCard },
    { label: 'Ukuran baju / sepatu', value: pair(details.shirtSize, details.shoeSize) },
  ]
}

/** 'Islam / Kawin', '– / 38'; a blank line if both are unknown. */
function pair(one: string, other: string): string {
  return one === '' && other === '' ? '' : `${one || '–'} / ${other || '–'}`
}
