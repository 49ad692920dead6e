import type { LetterForm } from '../letter-form.ts'
import { eventRows, letterHead, letterTo, textPart } from './letter-parts.ts'

const absent = 'Yang tidak hadir tanpa kabar dianggap mengundurkan diri.'

/** Undangan tes, wawancara atau daftar ulang: one form; different texts are separate parts. */
export const invitation: LetterForm = {
  tokens: ['centre', 'invited'],
  fields: [],
  parts: [
    letterHead('Sifat : Biasa\nLampiran : –\nHal : Undangan {nama_pertemuan}'),
    letterTo('Yth.\nSdr. {nama_pendaftar}\ndi {tempat_pendaftar}'),
    textPart('pembuka', 'Kalimat pembuka, tes dan wawancara', [
      'Dengan hormat, sehubungan dengan pendaftaran Saudara pada {pendaftaran}, program {program_pendaftaran}, Saudara kami undang pada:',
    ]),
    textPart('pembuka_daftar_ulang', 'Kalimat pembuka, daftar ulang', [
      'Dengan hormat, berdasarkan Keputusan Nomor {nomor_penetapan} tanggal {tanggal_penetapan}, Saudara dinyatakan lulus seleksi {pendaftaran}, program {program_pendaftaran}. Untuk itu Saudara kami undang pada:',
    ]),
    eventRows('Acara', [
      'Hari, tanggal : {hari_pertemuan}',
      'Waktu : {waktu_pertemuan} s.d. selesai',
      'Tempat : {tempat_pertemuan}',
      'Acara : Pelaksanaan {nama_pertemuan}',
    ]),
    textPart('tes', 'Pesan, tes tertulis', [`Harap membawa KTP asli dan alat tulis. ${absent}`]),
    textPart('wawancara', 'Pesan, wawancara', [`Harap membawa KTP asli dan ijazah terakhir. ${absent}`]),
    textPart('daftar_ulang', 'Pesan, daftar ulang', [
      'Harap membawa KTP dan KK asli, salinan ijazah terakhir, dan pas foto 3 × 4 cm. Yang tidak daftar ulang tanpa kabar dianggap mengundurkan diri dan digantikan cadangan.',
    ]),
    textPart('penutup', 'Kalimat penutup', ['Atas perhatian Saudara kami sampaikan terima kasih.']),
  ],
}
