import { type LetterField, type LetterForm, numberField, officerField } from '../letter-form.ts'
import { pointsPart, textPart, titlePart } from './letter-parts.ts'

const eventFields: readonly LetterField[] = [
  { key: 'heldOn', kind: 'date', label: 'Tanggal acara' },
  { key: 'time', kind: 'time', label: 'Pukul' },
  { key: 'place', kind: 'line', label: 'Tempat' },
]
const closing = 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.'

/** Berita acara pembukaan pelatihan. */
export const openingMinutes: LetterForm = {
  tokens: ['centre', 'class', 'people', 'letter', 'event'],
  fields: [
    { ...numberField, label: 'Nomor berita acara' },
    ...eventFields,
    { key: 'dibuka_oleh', kind: 'extra', label: 'Dibuka oleh', hint: 'Kosong: penanda tangan.' },
    officerField,
  ],
  parts: [
    titlePart('Berita Acara Pembukaan'),
    textPart('pembuka', 'Kalimat pembuka', [
      'Pada hari ini {hari_ini_terbilang}, pukul {waktu_acara}, bertempat di {tempat_acara}, telah dibuka secara resmi Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} oleh {dibuka_oleh}, dengan keterangan sebagai berikut:',
    ]),
    pointsPart('butir', 'Keterangan', [
      'Pelatihan dilaksanakan selama {jumlah_hari} ({jumlah_hari_terbilang}) hari kerja atau {jumlah_jp} ({jumlah_jp_terbilang}) jam pelatihan, terhitung mulai tanggal {tanggal_mulai} sampai dengan tanggal {tanggal_selesai}.',
      'Pelatihan diikuti oleh {jumlah_peserta} ({jumlah_peserta_terbilang}) orang peserta, {rincian_kelamin}.',
      'Instruktur pelatihan berjumlah {jumlah_instruktur} ({jumlah_instruktur_terbilang}) orang, yaitu {nama_instruktur}.',
      'Pelatihan dibiayai dari {sumber_dana} Tahun Anggaran {tahun_anggaran}.',
    ]),
    textPart('penutup', 'Kalimat penutup', [closing]),
  ],
}

/** Berita acara penutupan pelatihan. */
export const closingMinutes: LetterForm = {
  tokens: ['centre', 'class', 'people', 'outcome', 'letter', 'event'],
  fields: [
    { ...numberField, label: 'Nomor berita acara' },
    ...eventFields,
    { key: 'ditutup_oleh', kind: 'extra', label: 'Ditutup oleh', hint: 'Kosong: penanda tangan.' },
    officerField,
  ],
  parts: [
    titlePart('Berita Acara Penutupan'),
    textPart('pembuka', 'Kalimat pembuka', [
      'Pada hari ini {hari_ini_terbilang}, pukul {waktu_acara}, bertempat di {tempat_acara}, telah ditutup secara resmi Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} oleh {ditutup_oleh}, dengan hasil sebagai berikut:',
    ]),
    pointsPart('butir', 'Hasil', [
      'Pelatihan telah dilaksanakan selama {jumlah_hari} ({jumlah_hari_terbilang}) hari kerja atau {jumlah_jp} ({jumlah_jp_terbilang}) jam pelatihan, dari tanggal {tanggal_mulai} sampai dengan tanggal {tanggal_selesai}.',
      'Peserta yang terdaftar berjumlah {jumlah_peserta} ({jumlah_peserta_terbilang}) orang, dengan rata-rata kehadiran {rata_rata_kehadiran}.',
      'Berdasarkan sidang kelulusan tanggal {tanggal_sidang}, peserta yang dinyatakan lulus berjumlah {jumlah_lulus} ({jumlah_lulus_terbilang}) orang dan yang dinyatakan tidak lulus berjumlah {jumlah_tidak_lulus} ({jumlah_tidak_lulus_terbilang}) orang{peserta_keluar} ({jumlah_seluruhnya}).',
      'Peserta yang lulus diberi Sertifikat Pelatihan, dan peserta yang tidak lulus diberi Surat Keterangan Mengikuti Pelatihan.',
    ]),
    textPart('penutup', 'Kalimat penutup', [closing]),
  ],
}

/** Berita acara sidang kelulusan; date, place and members are those of the panel. */
export const graduationMinutes: LetterForm = {
  tokens: ['centre', 'class', 'people', 'letter', 'event'],
  fields: [{ ...numberField, label: 'Nomor berita acara' }],
  parts: [
    textPart('pembuka', 'Kalimat pembuka', [
      'Pada hari ini {hari_ini_terbilang}, bertempat di {tempat_acara}, telah dilaksanakan Sidang Kelulusan peserta Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} yang diikuti {jumlah_peserta} ({jumlah_peserta_terbilang}) peserta, dengan hasil sebagai berikut:',
    ]),
    pointsPart('butir', 'Ketentuan', [
      'Kelulusan ditetapkan berdasarkan {syarat_kelulusan}.',
      'Nama peserta, nilai akhir, dan keputusan tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari berita acara ini.',
      'Peserta yang lulus diberi Sertifikat Pelatihan; peserta yang tidak lulus diberi Surat Keterangan Mengikuti Pelatihan.',
    ]),
    textPart('penutup', 'Kalimat penutup', [closing]),
  ],
}

/** Berita acara seleksi calon peserta. */
export const selectionMinutes: LetterForm = {
  tokens: ['centre', 'class', 'people', 'letter', 'event', 'selection'],
  fields: [{ ...numberField, label: 'Nomor berita acara' }, ...eventFields, officerField],
  parts: [
    titlePart('Berita Acara Seleksi Calon Peserta'),
    textPart('pembuka', 'Kalimat pembuka', [
      'Pada hari ini {hari_ini_terbilang}, bertempat di {tempat_acara}, telah dilaksanakan seleksi calon peserta Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun}, dengan hasil sebagai berikut:',
    ]),
    pointsPart('butir', 'Hasil', [
      'Pendaftar berjumlah {jumlah_pendaftar} ({jumlah_pendaftar_terbilang}) orang.',
      'Seleksi meliputi pemeriksaan administrasi, tes, dan wawancara menurut bobot yang ditetapkan sebelumnya.',
      'Yang ditetapkan sebagai peserta berjumlah {jumlah_peserta} ({jumlah_peserta_terbilang}) orang, {rincian_kelamin}.',
      'Nilai tiap pendaftar tercantum dalam lembar nilai tes dan lembar wawancara.',
    ]),
    textPart('penutup', 'Kalimat penutup', [closing]),
  ],
}

/** Berita acara penggantian peserta: who left and who replaces them. */
export const replacementMinutes: LetterForm = {
  tokens: ['centre', 'class', 'people', 'letter', 'event', 'selection'],
  fields: [{ ...numberField, label: 'Nomor berita acara' }, ...eventFields, officerField],
  parts: [
    titlePart('Berita Acara Penggantian Peserta'),
    textPart('pembuka', 'Kalimat pembuka', [
      'Pada hari ini {hari_ini_terbilang}, bertempat di {tempat_acara}, telah dilakukan penggantian peserta Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun}, dengan keterangan sebagai berikut:',
    ]),
    pointsPart('butir', 'Keterangan', [
      'Peserta yang keluar: {nama_keluar}.',
      'Peserta pengganti: {nama_pengganti}.',
      'Peserta pengganti diambil menurut urutan cadangan hasil seleksi dan memenuhi persyaratan yang sama.',
    ]),
    textPart('penutup', 'Kalimat penutup', [closing]),
  ],
}
