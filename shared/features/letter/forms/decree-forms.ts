import type { LetterForm } from '../letter-form.ts'
import { costs, decreeFields, decreeParts, inForce } from './decree-parts.ts'

const tokens = ['centre', 'class', 'people', 'letter', 'decree'] as const
const copies = ['Kepala {nama_dinas} {daerah};', 'Arsip.']

/** SK penyelenggaraan pelatihan. */
export const decreeTraining: LetterForm = {
  tokens,
  fields: decreeFields,
  parts: decreeParts({
    subject: 'Penyelenggaraan Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun}',
    considering: [
      'bahwa untuk meningkatkan kompetensi, produktivitas, dan daya saing tenaga kerja di {daerah}, perlu diselenggarakan pelatihan kerja berbasis kompetensi bagi masyarakat;',
      'bahwa agar pelatihan sebagaimana dimaksud dalam huruf a terselenggara dengan tertib, terarah, dan akuntabel, perlu ditetapkan penyelenggaraannya;',
      'bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan {jabatan_penandatangan} tentang {tentang};',
    ],
    recalling: [
      'Keputusan Direktur Jenderal Pembinaan Pelatihan Vokasi dan Produktivitas Nomor 2/3833/LP.03.02/XII/2022 tentang Petunjuk Teknis Penyelenggaraan Pelatihan Berbasis Kompetensi;',
    ],
    dictums: [
      'Menyelenggarakan Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} pada {balai_lengkap}.',
      'Pelatihan sebagaimana dimaksud dalam Diktum KESATU dilaksanakan selama {jumlah_hari} ({jumlah_hari_terbilang}) hari kerja atau {jumlah_jp} ({jumlah_jp_terbilang}) jam pelatihan, terhitung mulai tanggal {tanggal_mulai} sampai dengan tanggal {tanggal_selesai}, bertempat di {tempat_pelatihan}.',
      'Pelatihan sebagaimana dimaksud dalam Diktum KESATU diikuti oleh {jumlah_peserta} ({jumlah_peserta_terbilang}) orang peserta, dengan rincian penyelenggaraan tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.',
      'Peserta, instruktur, dan panitia pelatihan ditetapkan dengan keputusan tersendiri.',
      costs,
      inForce,
    ],
    copies,
  }),
}

/** SK penetapan peserta. */
export const decreeParticipants: LetterForm = {
  tokens,
  fields: decreeFields,
  parts: decreeParts({
    subject: 'Penetapan Peserta Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun}',
    considering: [
      'bahwa dalam rangka penyelenggaraan Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} telah dilaksanakan pendaftaran dan seleksi calon peserta;',
      'bahwa mereka yang namanya tercantum dalam Lampiran Keputusan ini dinilai memenuhi syarat untuk ditetapkan sebagai peserta pelatihan;',
      'bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan {jabatan_penandatangan} tentang {tentang};',
    ],
    dictums: [
      'Menetapkan nama-nama yang tercantum dalam Lampiran sebagai peserta Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} yang berjumlah {jumlah_peserta} ({jumlah_peserta_terbilang}) orang. Lampiran merupakan bagian tidak terpisahkan dari Keputusan ini.',
      'Peserta sebagaimana dimaksud dalam Diktum KESATU wajib mengikuti pelatihan selama {jumlah_hari} ({jumlah_hari_terbilang}) hari kerja, terhitung mulai tanggal {tanggal_mulai} sampai dengan tanggal {tanggal_selesai}, bertempat di {tempat_pelatihan}, serta menaati tata tertib pelatihan.',
      'Peserta yang tidak memenuhi ketentuan sebagaimana dimaksud dalam Diktum KEDUA dapat diberhentikan dan digantikan sesuai ketentuan yang berlaku.',
      costs,
      inForce,
    ],
    copies: ['Kepala {nama_dinas} {daerah};', 'Yang bersangkutan untuk dilaksanakan;', 'Arsip.'],
  }),
}

/** SK penetapan instruktur dan panitia. */
export const decreeInstructors: LetterForm = {
  tokens,
  fields: [
    ...decreeFields,
    {
      key: 'panitia',
      kind: 'extra-lines',
      label: 'Panitia',
      hint: 'Satu orang sebaris: nama | NIP | tugas. NIP boleh kosong.',
    },
  ],
  parts: decreeParts({
    subject: 'Penetapan Instruktur{dan_panitia} Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun}',
    considering: [
      'bahwa untuk kelancaran penyelenggaraan Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun}, perlu ditetapkan instruktur{dan_panitia};',
      'bahwa mereka yang namanya tercantum dalam Lampiran Keputusan ini dipandang cakap dan memenuhi syarat untuk melaksanakan tugas tersebut;',
      'bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan {jabatan_penandatangan} tentang {tentang};',
    ],
    dictums: [
      'Menetapkan nama-nama yang tercantum dalam Lampiran sebagai Instruktur{dan_panitia} Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun}. Lampiran merupakan bagian tidak terpisahkan dari Keputusan ini.',
      'Instruktur sebagaimana dimaksud dalam Diktum KESATU bertugas menyiapkan dan menyampaikan materi pelatihan, membimbing praktik, serta mencatat kehadiran dan menilai hasil belajar peserta{tugas_panitia}.',
      'Pelaksanaan tugas sebagaimana dimaksud dalam Diktum KEDUA terhitung mulai tanggal {tanggal_mulai} sampai dengan tanggal {tanggal_selesai}.',
      costs,
      inForce,
    ],
    copies: ['Kepala {nama_dinas} {daerah};', 'Yang bersangkutan untuk dilaksanakan;', 'Arsip.'],
  }),
}
