import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawListTitle } from '../../../pdf/paper-title.ts'
import { drawParagraph, type ParagraphStyle } from '../../../pdf/paragraph.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { officeOfRegion } from '../../paper/class-words.ts'
import { letterheadOf, openSheet, printedDate, printedWords } from '../../paper/paper-sheet.ts'
import type { PersonFacts, PersonPaperFacts } from '../../paper/person-facts.ts'
import { drawPoints } from './numbered-points.ts'
import { drawFormRows, signerRows } from './person-rows.ts'
import { drawPersonSignatures, isUnderAge } from './person-signatures.ts'

const body: ParagraphStyle = { face: 'arimo', size: 9.5, leading: 4.7, justify: true }
const law = 'Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi'

const purposes = [
  'pendaftaran, seleksi, penetapan, dan penyelenggaraan pelatihan, termasuk kehadiran, nilai, dan sertifikat;',
  'pertanggungjawaban anggaran dan pelaporan kepada dinas serta instansi yang berwenang;',
  'pemantauan pekerjaan atau usaha sesudah pelatihan.',
]
const kinds = [
  'data umum: nama, NIK, nomor KK, tempat dan tanggal lahir, jenis kelamin, alamat, nomor telepon, pendidikan, dan pas foto;',
  'data spesifik, hanya bila diperlukan untuk syarat program: keterangan kesejahteraan keluarga, kesehatan anak, disabilitas, dan rekening bank.',
]
const rights = [
  'mendapat penjelasan, melihat, dan meminta salinan data saya;',
  'meminta data yang keliru diperbaiki, dan data yang tidak diperlukan lagi dihapus sesuai ketentuan;',
  'menarik kembali persetujuan ini; pemrosesan yang berdasar persetujuan dihentikan paling lambat 3 × 24 jam sesudah diterima balai.',
]

/** Persetujuan pemrosesan data pribadi: a page for each person; a guardian signs for who is under age. */
export function drawConsents(facts: PersonPaperFacts, size: PaperSize): DrawnPaper {
  const sheet = openSheet({
    centre: facts.centre,
    size,
    grid: 'minutes',
    title: `Persetujuan Data Pribadi ${facts.reference}`,
    createdOn: printedDate(facts.printedAt),
  })
  for (const [index, person] of facts.people.entries()) drawConsent(sheet, facts, person, index)
  return sheet.finish()
}

function drawConsent(sheet: Sheet, facts: PersonPaperFacts, person: PersonFacts, index: number): void {
  const { left, right } = sheet
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(facts.centre))
  let y = drawListTitle(sheet, letterheadEnd + 8.5, 'PERSETUJUAN PEMROSESAN DATA PRIBADI', law) + 8
  const style = { labelWidth: 40, right, size: body.size, leading: 4.9 }
  sheet.text('Saya yang bertanda tangan di bawah ini:', left, y, body)
  y = drawFormRows(sheet, left + 7, y + 5.8, signerRows(person), style)
  if (isUnderAge(person, facts)) {
    y += 5.8
    sheet.text('yang belum berusia 18 tahun, bersama orang tua/wali:', left, y, body)
    y = drawFormRows(sheet, left + 7, y + 5.8, guardianRows, style)
  }
  const office = officeOfRegion(facts.centre.lines)
  const opening = `menyetujui ${office} sebagai pengendali data pribadi memproses data saya sehubungan dengan pelatihan ${facts.course}, untuk tujuan:`
  y = drawParagraph(sheet, left, y + 6.6, right - left, [opening], body)
  y = drawPoints(sheet, y + 5.8, purposes, body) + 6.6
  sheet.text('Data yang diproses:', left, y, body)
  y = drawPoints(sheet, y + 5.8, kinds, body) + 6.6
  sheet.text('Saya telah diberi tahu bahwa saya berhak:', left, y, body)
  y = drawPoints(sheet, y + 5.8, rights, body) + 6.6
  const closing =
    'Data disimpan selama pelatihan dan sesudahnya selama diwajibkan peraturan kearsipan, dan tidak diberikan kepada pihak lain di luar tujuan tersebut. Persetujuan ini saya berikan dengan sadar dan tanpa paksaan.'
  y = drawParagraph(sheet, left, y, right - left, [closing], body)
  drawPersonSignatures(sheet, facts, person, 'Yang menyetujui', y + 9)
  drawFooter(
    sheet,
    `${facts.reference} · Persetujuan data pribadi`,
    printedWords(facts.printedAt, index, facts.people.length),
  )
}

const guardianRows = ['Nama orang tua/wali', 'NIK', 'Hubungan'].map(label => ({ label, value: '' }))
