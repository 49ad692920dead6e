import type { LetterForm } from '../letter-form.ts'
import { pointsPart, textPart, titlePart } from './letter-parts.ts'

/** Surat pernyataan peserta. */
export const pledge: LetterForm = {
  tokens: ['centre', 'person'],
  fields: [],
  parts: [
    titlePart('Surat Pernyataan Peserta Pelatihan'),
    pointsPart('butir', 'Menyatakan bahwa saya', [
      'bersedia mengikuti pelatihan {pelatihan_orang} {masa_pelatihan} di {balai_lengkap} dari awal sampai selesai;',
      'bersedia hadir setiap hari pelatihan tepat waktu dan memberi kabar bila berhalangan dengan alasan yang sah;',
      'bersedia menaati tata tertib, petunjuk keselamatan dan kesehatan kerja, serta menjaga peralatan pelatihan;',
      'tidak sedang mengikuti pelatihan lain pada waktu yang sama;',
      'telah memberikan data dan berkas yang benar dan sah, dan bersedia memperlihatkan aslinya;',
      'bersedia memberi kabar tentang pekerjaan atau usaha saya setelah pelatihan bila diminta balai.',
    ]),
    textPart('penutup', 'Kalimat penutup', [
      'Demikian surat pernyataan ini saya buat dengan sadar dan tanpa paksaan. Bila tidak saya penuhi, saya bersedia dikeluarkan dari pelatihan sesuai ketentuan.',
    ]),
  ],
}

/** Persetujuan pemrosesan data pribadi. */
export const consent: LetterForm = {
  tokens: ['centre', 'person'],
  fields: [],
  parts: [
    textPart('pembuka', 'Menyetujui', [
      'menyetujui {balai_lengkap} sebagai pengendali data pribadi memproses data saya sehubungan dengan pelatihan {pelatihan_orang}, untuk tujuan:',
    ]),
    pointsPart('tujuan', 'Tujuan', [
      'pendaftaran, seleksi, penetapan, dan penyelenggaraan pelatihan, termasuk kehadiran, nilai, dan sertifikat;',
      'pertanggungjawaban anggaran dan pelaporan kepada dinas serta instansi yang berwenang;',
      'pemantauan pekerjaan atau usaha sesudah pelatihan.',
    ]),
    pointsPart('data', 'Data yang diproses', [
      'data umum: nama, NIK, nomor KK, tempat dan tanggal lahir, jenis kelamin, alamat, nomor telepon, pendidikan, dan pas foto;',
      'data spesifik, hanya bila diperlukan untuk syarat program: keterangan kesejahteraan keluarga, kesehatan anak, disabilitas, dan rekening bank.',
    ]),
    pointsPart('hak', 'Hak saya', [
      'mendapat penjelasan, melihat, dan meminta salinan data saya;',
      'meminta data yang keliru diperbaiki, dan data yang tidak diperlukan lagi dihapus sesuai ketentuan;',
      'menarik kembali persetujuan ini; pemrosesan yang berdasar persetujuan dihentikan paling lambat 3 × 24 jam sesudah diterima balai.',
    ]),
    textPart('penutup', 'Kalimat penutup', [
      'Data disimpan selama pelatihan dan sesudahnya selama diwajibkan peraturan kearsipan, dan tidak diberikan kepada pihak lain di luar tujuan tersebut. Persetujuan ini saya berikan dengan sadar dan tanpa paksaan.',
    ]),
  ],
}
