import { dateField, type LetterForm, numberField, officerField } from '../letter-form.ts'
import { pointsPart, textPart, titlePart } from './letter-parts.ts'

const fields = [{ ...numberField, label: 'Nomor surat tugas' }, dateField, officerField] as const
const tokens = ['centre', 'class', 'people', 'letter'] as const

function assignment(title: string, work: readonly string[]): LetterForm['parts'] {
  return [
    titlePart(title),
    pointsPart('dasar', 'Dasar', [
      'Keputusan tentang penyelenggaraan Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun};',
      'Jadwal pelatihan tanggal {tanggal_mulai} sampai dengan {tanggal_selesai}.',
    ]),
    pointsPart('untuk', 'Untuk', work),
    textPart('penutup', 'Kalimat penutup', [
      'Demikian surat tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab.',
    ]),
  ]
}

/** Surat tugas instruktur; lists all instructors of the class. */
export const assignmentInstructors: LetterForm = {
  tokens,
  fields,
  parts: assignment('Surat Tugas', [
    'mengajar pada Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} selama {jumlah_hari} ({jumlah_hari_terbilang}) hari kerja atau {jumlah_jp} ({jumlah_jp_terbilang}) JP, tanggal {tanggal_mulai} sampai dengan {tanggal_selesai}, pukul {waktu_pelatihan}, bertempat di {tempat_pelatihan};',
    'mencatat kehadiran dan menilai hasil belajar peserta;',
    'melaporkan hasil pelaksanaan tugas kepada {jabatan_penandatangan}.',
  ]),
}

/** Surat tugas panitia: the committee of the decree. */
export const assignmentCommittee: LetterForm = {
  tokens,
  fields: [
    ...fields,
    {
      key: 'panitia',
      kind: 'extra-lines',
      label: 'Panitia',
      hint: 'Satu orang sebaris: nama | NIP | tugas. Kosong: panitia pada SK instruktur dan panitia.',
    },
  ],
  parts: assignment('Surat Tugas', [
    'menjadi panitia penyelenggara Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun}, tanggal {tanggal_mulai} sampai dengan {tanggal_selesai}, bertempat di {tempat_pelatihan};',
    'menyiapkan sarana, bahan, dan administrasi pelatihan;',
    'menyusun laporan pelaksanaan pelatihan kepada {jabatan_penandatangan}.',
  ]),
}
