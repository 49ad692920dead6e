import type { DesignBlock, DesignToken } from './design.ts'

const kinds: Record<DesignBlock['kind'], string> = {
  text: 'Teks',
  logo: 'Logo',
  photo: 'Pas foto',
  qr: 'Kode QR',
  signatory: 'Penanda tangan',
  line: 'Garis',
}

const tokens: Record<DesignToken, string> = {
  kop1: 'Kop baris 1',
  kop2: 'Kop baris 2',
  kop3: 'Kop: nama balai',
  nomor: 'Nomor',
  menggantikan: 'Nomor yang diganti',
  dasar: 'Dasar',
  jabatan: 'Jabatan penanda tangan',
  nama: 'Nama',
  lahir: 'Tempat, tanggal lahir',
  tempat_tanggal_lahir: 'Tempat, tanggal lahir',
  kejuruan: 'Kejuruan',
  program: 'Program',
  kejuruan_program: 'Kejuruan',
  angkatan: 'Angkatan',
  waktu: 'Waktu',
  waktu_inggris: 'Waktu (Inggris)',
  hari: 'Jumlah hari',
  hari_huruf: 'Jumlah hari',
  jp: 'Jumlah JP',
  jp_huruf: 'Jumlah JP',
  nilai_akhir: 'Nilai akhir',
  kehadiran: 'Kehadiran',
  predikat: 'Predikat',
  kota: 'Kota',
  tanggal_terbit: 'Tanggal terbit',
}

const longest = 34

/** How lists call a block: by what its one token stands for, else by its words; by its key where it is gone. */
export function blockTitle(block: DesignBlock | string): string {
  if (typeof block === 'string') return block
  if (block.kind === 'signatory') return block.who === 'signatory' ? 'Penanda tangan' : 'Mengetahui'
  if (block.kind !== 'text') return kinds[block.kind]
  const only = /^\{([a-z_0-9]+)\}$/.exec(block.text.trim())?.[1]
  if (only !== undefined && only in tokens) return tokens[only as DesignToken]
  const words = block.text
    .replace(/\*\*|##|[[\]]/g, '')
    .replace(/\{[^{}]*\}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words
}
