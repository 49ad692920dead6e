import type { LetterForm } from '../letter-form.ts'

const pointsHint = 'Satu butir sebaris; nomornya dicetak sendiri.'

/** Surat pernyataan peserta. */
export const pledge: LetterForm = {
  tokens: ['centre', 'person'],
  fields: [],
  parts: [
    { key: 'judul', label: 'Judul', kind: 'line', longest: 60, builtIn: 'Surat Pernyataan Peserta Pelatihan' },
    {
      key: 'butir',
      label: 'Menyatakan bahwa saya',
      hint: pointsHint,
      kind: 'points',
      builtIn: [
        'bersedia mengikuti pelatihan {pelatihan_orang} {masa_pelatihan} di {balai_lengkap} dari awal sampai selesai;',
        'bersedia hadir setiap hari pelatihan tepat waktu dan memberi kabar bila berhalangan dengan alasan yang sah;',
        'bersedia menaati tata tertib, petunjuk keselamatan dan kesehatan kerja, serta menjaga peralatan pelatihan;',
        'tidak sedang mengikuti pelatihan lain pada waktu yang sama;',
        'telah memberikan data dan berkas yang benar dan sah, dan bersedia memperlihatkan aslinya;',
        'bersedia memberi kabar tentang pekerjaan atau usaha saya setelah pelatihan bila diminta balai.',
      ].join('\n'),
    },
    {
      key: 'penutup',
      label: 'Kalimat penutup',
      kind: 'text',
      builtIn:
        'Demikian surat pernyataan ini saya buat dengan sadar dan tanpa paksaan. Bila tidak saya penuhi, saya bersedia dikeluarkan dari pelatihan sesuai ketentuan.',
    },
  ],
}

/** Persetujuan pemrosesan data pribadi. */
export const consent: LetterForm = {
  tokens: ['centre', 'person'],
  fields: [],
  parts: [
    {
      key: 'pembuka',
      label: 'Menyetujui',
      kind: 'text',
      builtIn:
        'menyetujui {balai_lengkap} sebagai pengendali data pribadi memproses data saya sehubungan dengan pelatihan {pelatihan_orang}, untuk tujuan:',
    },
    {
      key: 'tujuan',
      label: 'Tujuan',
      hint: pointsHint,
      kind: 'points',
      builtIn: [
        'pendaftaran, seleksi, penetapan, dan penyelenggaraan pelatihan, termasuk kehadiran, nilai, dan sertifikat;',
        'pertanggungjawaban anggaran dan pelaporan kepada dinas serta instansi yang berwenang;',
        'pemantauan pekerjaan atau usaha sesudah pelatihan.',
      ].join('\n'),
    },
    {
      key: 'data',
      label: 'Data yang diproses',
      hint: pointsHint,
      kind: 'points',
      builtIn: [
        'data umum: nama, NIK, nomor KK, tempat dan tanggal lahir, jenis kelamin, alamat, nomor telepon, pendidikan, dan pas foto;',
        'data spesifik, hanya bila diperlukan untuk syarat program: keterangan kesejahteraan keluarga, kesehatan anak, disabilitas, dan rekening bank.',
      ].join('\n'),
    },
    {
      key: 'hak',
      label: 'Hak saya',
      hint: pointsHint,
      kind: 'points',
      builtIn: [
        'mendapat penjelasan, melihat, dan meminta salinan data saya;',
        'meminta data yang keliru diperbaiki, dan data yang tidak diperlukan lagi dihapus sesuai ketentuan;',
        'menarik kembali persetujuan ini; pemrosesan yang berdasar persetujuan dihentikan paling lambat 3 × 24 jam sesudah diterima balai.',
      ].join('\n'),
    },
    {
      key: 'penutup',
      label: 'Kalimat penutup',
      kind: 'text',
      builtIn:
        'Data disimpan selama pelatihan dan sesudahnya selama diwajibkan peraturan kearsipan, dan tidak diberikan kepada pihak lain di luar tujuan tersebut. Persetujuan ini saya berikan dengan sadar dan tanpa paksaan.',
    },
  ],
}
