import type { PersonFacts, PersonPaperFacts } from '../../../../../shared/facts/person-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { showPhone } from '../../../../../shared/features/trainee/phone.ts'
import { dressPage, letterheadOf, openPaper } from '../../../paper-kit/paper-sheet.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle } from '../../../pdf/page/paper-title.ts'
import { drawPhotoBox } from '../../../pdf/picture/photo-box.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { birthWords, drawFormRows, type FormRow, type FormStyle } from './person-rows.ts'
import { drawPersonSignatures } from './person-signatures.ts'

const title = 'BIODATA PESERTA PELATIHAN'
const photoWidth = 30

/** A page for each person: what is known, lines to write the rest on, and the photo. */
export function drawBiodata(facts: PersonPaperFacts, size: PaperSize): DrawnPaper {
  const sheet = openPaper(facts, size, 'list', `Biodata Peserta ${facts.reference}`)
  for (const [index, person] of facts.people.entries()) drawPerson(sheet, facts, person, index)
  return sheet.finish()
}

function drawPerson(sheet: Sheet, facts: PersonPaperFacts, person: PersonFacts, index: number): void {
  const { left, right } = sheet
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(facts.centre))
  const titleEnd = drawListTitle(sheet, letterheadEnd + 7.5, title, facts.course)
  const photoTop = titleEnd + 7
  drawPhotoBox(sheet, person.photo, right - photoWidth, photoTop, 'arimo')
  const style: FormStyle = { labelWidth: 44, right: right - photoWidth - 6, size: 10.5, leading: 6.4 }
  let y = drawHead(sheet, 'A. DATA DIRI', photoTop + 3.5)
  y = drawFormRows(sheet, left, y, identityRows(person), style)
  y = Math.max(y, photoTop + 40) + 10
  y = drawHead(sheet, 'B. ALAMAT DAN KONTAK', y)
  y = drawFormRows(sheet, left, y, contactRows(person), { ...style, right }) + 10
  y = drawHead(sheet, 'C. PELATIHAN', y)
  y = drawFormRows(sheet, left, y, trainingRows(facts, person), { ...style, right }) + 10
  const words = 'Data di atas saya isi dengan sebenarnya sesuai dokumen yang sah.'
  sheet.text(words, left, y, { face: 'arimo', size: 10.5 })
  drawPersonSignatures(sheet, facts, person, 'Peserta', y + 11)
  const footer = `${facts.reference} · Biodata · RAHASIA: memuat data pribadi`
  dressPage(sheet, index, facts.people.length, { printedAt: facts.printedAt, footer })
}

/** Gives the baseline of the first row below it. */
function drawHead(sheet: Sheet, text: string, y: number): number {
  sheet.text(text, sheet.left, y, { face: 'arimo-bold', size: 10.5 })
  return y + 7.5
}

function identityRows(person: PersonFacts): FormRow[] {
  return [
    { label: 'Nama sesuai KTP', value: person.name.toUpperCase() },
    { label: 'NIK', value: person.nik },
    { label: 'Nomor Kartu Keluarga', value: person.familyCard },
    { label: 'Tempat, tanggal lahir', value: birthWords(person) },
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
    // Most live where their KTP says; a line to fill in would only raise the question.
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

/** 'Islam / Kawin', '– / 38'; a line to write on where neither is known. */
function pair(one: string, other: string): string {
  return one === '' && other === '' ? '' : `${one || '–'} / ${other || '–'}`
}
