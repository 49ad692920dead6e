import type { ProgramDraft, UnitDraft } from '../../../../shared/features/program/contract.ts'

/** 'code | title | theory JP | practice JP' */
function units(rows: readonly string[]): UnitDraft[] {
  return rows.map(row => {
    const [code = '', title = '', theory = '', practice = ''] = row.split('|').map(part => part.trim())
    return { code, title, theoryHours: Number(theory), practiceHours: Number(practice), compulsory: true, elements: [] }
  })
}

/**
 * One example curriculum of 120 JP for each trade, to be edited by the centre. Codes in SKKNI form are published ones; units without a published code
 * have an own one (`XX.BLK.nn`).
 */
export const exampleCurricula: readonly ProgramDraft[] = [
  {
    trade: 'TR',
    title: 'Tata Rias (Make Up Artist)',
    standard: '',
    active: true,
    units: units([
      'S.96KEC00.001.2 | Menerapkan Kesehatan dan Keselamatan Kerja pada Usaha Kecantikan | 4 | 4',
      'S.96KEC00.002.2 | Melakukan Persiapan Kerja pada Usaha Kecantikan | 4 | 4',
      'S.96KEC00.003.1 | Membersihkan Tempat dan Peralatan Kerja pada Usaha Kecantikan | 2 | 6',
      'S.96KEC00.006.1 | Melakukan Konsultasi pada Usaha Kecantikan | 4 | 4',
      'TR.BLK.05 | Menganalisis Bentuk dan Jenis Kulit Wajah | 6 | 6',
      'TR.BLK.06 | Merias Wajah Sehari-hari | 4 | 16',
      'TR.BLK.07 | Merias Wajah Koreksi dan Pesta | 4 | 20',
      'TR.BLK.08 | Menata Hijab dan Rambut Sederhana | 4 | 12',
      'TR.BLK.09 | Menghitung Harga dan Memasarkan Jasa Rias | 4 | 12',
    ]),
  },
  {
    trade: 'TB',
    title: 'Tata Boga',
    standard: 'Kepmenaker 145 Tahun 2018',
    active: true,
    units: units([
      'I.55HDR00.037.2 | Mengorganisir dan Menyiapkan Makanan | 6 | 14',
      'I.55HDR00.039.2 | Menerima dan Menyimpan Persediaan | 6 | 10',
      'I.55HDR00.041.3 | Menggunakan Metode Dasar Memasak | 8 | 24',
      'TB.BLK.04 | Menerapkan Kebersihan dan Keamanan Pangan | 6 | 6',
      'TB.BLK.05 | Membuat Kue dan Roti Dasar | 4 | 20',
      'TB.BLK.06 | Menghitung Biaya dan Mengemas Produk | 6 | 10',
    ]),
  },
  {
    trade: 'PR',
    title: 'Pangkas Rambut',
    standard: '',
    active: true,
    units: units([
      'S.96KEC00.001.2 | Menerapkan Kesehatan dan Keselamatan Kerja pada Usaha Kecantikan | 4 | 4',
      'S.96KEC00.002.2 | Melakukan Persiapan Kerja pada Usaha Kecantikan | 4 | 6',
      'S.96KEC00.003.1 | Membersihkan Tempat dan Peralatan Kerja pada Usaha Kecantikan | 2 | 6',
      'S.96KEC00.006.1 | Melakukan Konsultasi pada Usaha Kecantikan | 4 | 6',
      'PR.BLK.05 | Menganalisis Kulit Kepala dan Rambut | 6 | 8',
      'PR.BLK.06 | Mencuci dan Mengeringkan Rambut | 4 | 12',
      'PR.BLK.07 | Memangkas Rambut Pria | 8 | 46',
    ]),
  },
  {
    trade: 'LP',
    title: 'Teknisi AC dan Kulkas',
    standard: 'Kepmenaker 41 Tahun 2019',
    active: true,
    units: units([
      'F.43RAC01.001.1 | Menerapkan Keselamatan dan Kesehatan Kerja dan Lingkungan Hidup (K3-LH) | 6 | 6',
      'LP.BLK.02 | Menggunakan Alat Ukur Listrik dan Refrigerasi | 6 | 14',
      'LP.BLK.03 | Memasang AC Rumah Tangga | 6 | 22',
      'LP.BLK.04 | Merawat AC Rumah Tangga | 6 | 20',
      'LP.BLK.05 | Memperbaiki Kulkas Satu dan Dua Pintu | 8 | 26',
    ]),
  },
  {
    trade: 'HK',
    title: 'Housekeeping',
    standard: 'KEP.239/MEN/X/2004',
    active: true,
    units: units([
      'PAR.HT02.026.01 | Menyediakan Jasa Housekeeping untuk Tamu | 6 | 14',
      'PAR.HT02.027.01 | Membersihkan Lokasi/Area dan Peralatan | 6 | 22',
      'PAR.HT02.028.01 | Menyiapkan Kamar untuk Tamu | 8 | 30',
      'PAR.HT02.029.01 | Menangani Linen dan Pakaian Tamu | 4 | 16',
      'PAR.HT02.030.01 | Menyediakan Jasa Valet | 4 | 10',
    ]),
  },
  {
    trade: 'LS',
    title: 'Las Konstruksi Pelat',
    standard: '',
    active: true,
    units: units([
      'C.24LAS01.001.1 | Melaksanakan Persiapan Tempat Kerja | 6 | 6',
      'C.24LAS01.003.1 | Menetapkan Proses dan Peralatan Las | 8 | 8',
      'C.24LAS01.028.1 | Membuat Sambungan Las Fillet | 8 | 38',
      'C.24LAS01.029.1 | Membuat Sambungan Las Kampuh (Groove) | 8 | 38',
    ]),
  },
  {
    trade: 'CT',
    title: 'Pengecatan',
    standard: '',
    active: true,
    units: units([
      'CT.BLK.01 | Menerapkan Keselamatan dan Kesehatan Kerja pada Pengecatan | 6 | 6',
      'CT.BLK.02 | Menyiapkan Permukaan yang Akan Dicat | 6 | 22',
      'CT.BLK.03 | Mencampur dan Menyesuaikan Warna | 6 | 14',
      'CT.BLK.04 | Mengecat dengan Kuas dan Rol | 4 | 22',
      'CT.BLK.05 | Mengecat dengan Semprot | 6 | 28',
    ]),
  },
  {
    trade: 'SM',
    title: 'Servis Sepeda Motor',
    standard: 'KEP.95/MEN/IV/2005',
    active: true,
    units: units([
      'OTO.SM01.001.01 | Mengikuti Prosedur Keselamatan, Kesehatan Kerja, dan Lingkungan | 6 | 6',
      'OTO.SM02.001.01 | Memelihara Engine Berikut Komponen-komponennya | 10 | 34',
      'OTO.SM02.006.01 | Memelihara Sistem Bahan Bakar Bensin | 8 | 20',
      'SM.BLK.04 | Memelihara Sistem Kelistrikan dan Rem | 8 | 28',
    ]),
  },
]
