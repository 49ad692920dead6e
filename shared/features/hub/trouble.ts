import type { Refusal } from './batch.ts'

/** Why nothing is sent: an answer of the hub, or it was not reached. */
export type Trouble = Refusal | { code: 'unreached' } | { code: 'other_certificate' } | { code: 'key_missing' }

/** What happened and what to do, for the page and the command line. */
export function formatTrouble(trouble: Trouble, waiting: number): string {
  const wait = waiting === 0 ? '' : ` ${waiting.toLocaleString('id-ID')} perubahan menunggu.`
  switch (trouble.code) {
    case 'unreached':
      return `Pusat tidak terjangkau.${waiting === 0 ? '' : ` ${waiting.toLocaleString('id-ID')} perubahan menunggu dan dikirim sendiri.`}`
    case 'other_certificate':
      return `Yang menjawab bukan Pusat yang dulu disetujui: sidiknya lain. Tidak ada yang terkirim. Tanyakan kepada Dinas.${wait}`
    case 'key_missing':
      return `Kunci balai ini untuk Pusat tidak ada di komputer ini. Minta kode undangan baru, lalu sambungkan ulang.${wait}`
    case 'stranger':
      return `Pusat tidak mengenal balai ini lagi. Minta kode undangan baru, lalu sambungkan ulang.${wait}`
    case 'newer':
      return `Pusat belum mengerti data versi ini. Menunggu Pusat diperbarui; tidak ada yang hilang.${wait}`
    case 'older':
      return `Versi Balai di sini terlalu lama untuk Pusat. Pasang pembaruan di Pengaturan › Pembaruan; tidak ada yang hilang.${wait}`
    case 'clock':
      return `Jam komputer ini selisih ${trouble.minutes.toLocaleString('id-ID')} menit dari Pusat. Betulkan jam, lalu kirim lagi.${wait}`
    case 'superseded':
      return `Salinan lain dari data balai ini sudah mengirim ke Pusat. Kalau komputer ini yang benar, pilih Kirim ulang semua.${wait}`
    case 'fork':
      return `Data di sini lain dari yang pernah diterima Pusat (mulai nomor ${trouble.seq.toLocaleString('id-ID')}). Semuanya dikirim ulang dari awal.${wait}`
    case 'gap':
      return `Pusat meminta mulai nomor ${(trouble.applied + 1).toLocaleString('id-ID')}.${wait}`
    case 'invalid':
      return `Pusat menolak isi “${trouble.field}”: ${trouble.message}. Laporkan kepada pembuat Balai; tidak ada yang hilang.${wait}`
    case 'code_wrong':
      return 'Kode undangan tidak cocok atau sudah lewat 30 hari. Minta kode baru kepada Dinas.'
    case 'too_many':
      return 'Terlalu banyak percobaan. Coba lagi lima menit lagi.'
  }
}
