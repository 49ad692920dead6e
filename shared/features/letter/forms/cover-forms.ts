import { dateField, type LetterForm, numberField, officerField } from '../letter-form.ts'
import { letterHead, letterTo, textPart } from './letter-parts.ts'

const fields = [numberField, dateField, officerField] as const
const tokens = ['centre', 'class', 'people', 'outcome', 'letter'] as const

/** Nota dinas that sends the report about a class to the head of the agency. */
export const coverNote: LetterForm = {
  tokens,
  fields,
  parts: [
    { key: 'kepada', label: 'Yth.', kind: 'line', longest: 150, builtIn: 'Kepala {nama_dinas} {daerah}' },
    letterHead('Sifat : Biasa\nLampiran : 1 (satu) berkas\nHal : Laporan Pelaksanaan Pelatihan'),
    textPart('isi', 'Isi', [
      'Bersama ini kami sampaikan laporan pelaksanaan Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} yang dilaksanakan tanggal {tanggal_mulai} sampai dengan {tanggal_selesai} bertempat di {tempat_pelatihan}.',
      'Pelatihan diikuti {jumlah_peserta} ({jumlah_peserta_terbilang}) orang, {rincian_kelamin}. Berdasarkan sidang kelulusan tanggal {tanggal_sidang}, {jumlah_lulus} ({jumlah_lulus_terbilang}) orang dinyatakan lulus dan {jumlah_tidak_lulus} ({jumlah_tidak_lulus_terbilang}) orang tidak lulus{peserta_keluar} ({jumlah_seluruhnya}).',
      'Demikian disampaikan, mohon arahan lebih lanjut.',
    ]),
  ],
}

/** Surat pengantar of the report: contents and number of copies. */
export const reportCover: LetterForm = {
  tokens,
  fields,
  parts: [
    letterHead('Sifat : Biasa\nLampiran : 1 (satu) berkas\nHal : Surat Pengantar Laporan Pelatihan'),
    letterTo('Yth. Kepala {nama_dinas} {daerah}\ndi Tempat'),
    {
      key: 'kiriman',
      label: 'Yang dikirim',
      hint: 'Sebaris “jenis : banyaknya”.',
      kind: 'rows',
      lines: 8,
      longest: 300,
      builtIn:
        'Laporan : Laporan pelaksanaan Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun}, 1 (satu) berkas',
    },
    textPart('penutup', 'Kalimat penutup', ['Dikirim dengan hormat untuk menjadi periksa dan bahan seperlunya.']),
  ],
}
