import type { LetterForm } from '../letter-form.ts'
import { letterHead, letterTo } from './office-letter-parts.ts'

const absent = 'Yang tidak hadir tanpa kabar dianggap mengundurkan diri.'

/** Undangan tes, wawancara atau daftar ulang: one form, with the words that differ in parts of their own. */
export const invitation: LetterForm = {
  tokens: ['centre', 'invited'],
  fields: [],
  parts: [
    letterHead('Sifat : Biasa\nLampiran : –\nHal : Undangan {nama_pertemuan}'),
    letterTo('Yth.\nSdr. {nama_pendaftar}\ndi {tempat_pendaftar}'),
    {
      key: 'pembuka',
      label: 'Kalimat pembuka, tes dan wawancara',
      kind: 'text',
      builtIn:
        'Dengan hormat, sehubungan dengan pendaftaran Saudara pada {pendaftaran}, program {program_pendaftaran}, Saudara kami undang pada:',
    },
    {
      key: 'pembuka_daftar_ulang',
      label: 'Kalimat pembuka, daftar ulang',
      kind: 'text',
      builtIn:
        'Dengan hormat, berdasarkan Keputusan Nomor {nomor_penetapan} tanggal {tanggal_penetapan}, Saudara dinyatakan lulus seleksi {pendaftaran}, program {program_pendaftaran}. Untuk itu Saudara kami undang pada:',
    },
    {
      key: 'acara',
      label: 'Acara',
      lines: 8,
      longest: 300,
      hint: 'Sebaris “label : isi”.',
      kind: 'rows',
      builtIn:
        'Hari, tanggal : {hari_pertemuan}\nWaktu : {waktu_pertemuan} s.d. selesai\nTempat : {tempat_pertemuan}\nAcara : Pelaksanaan {nama_pertemuan}',
    },
    {
      key: 'tes',
      label: 'Pesan, tes tertulis',
      kind: 'text',
      builtIn: `Harap membawa KTP asli dan alat tulis. ${absent}`,
    },
    {
      key: 'wawancara',
      label: 'Pesan, wawancara',
      kind: 'text',
      builtIn: `Harap membawa KTP asli dan ijazah terakhir. ${absent}`,
    },
    {
      key: 'daftar_ulang',
      label: 'Pesan, daftar ulang',
      kind: 'text',
      builtIn:
        'Harap membawa KTP dan KK asli, salinan ijazah terakhir, dan pas foto 3 × 4 cm. Yang tidak daftar ulang tanpa kabar dianggap mengundurkan diri dan digantikan cadangan.',
    },
    {
      key: 'penutup',
      label: 'Kalimat penutup',
      kind: 'text',
      builtIn: 'Atas perhatian Saudara kami sampaikan terima kasih.',
    },
  ],
}
