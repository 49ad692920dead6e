import { dateField, type LetterForm, type LetterPart, officerField } from '../letter-form.ts'
import { textPart } from './letter-parts.ts'

/** Kata pengantar, pendahuluan and isi of the report about a class. */
export const reportText: LetterForm = {
  tokens: ['centre', 'class', 'people', 'outcome', 'letter', 'report'],
  fields: [
    { ...dateField, label: 'Tanggal laporan' },
    { key: 'masalah', kind: 'extra-lines', label: 'Masalah' },
    { key: 'pemecahan', kind: 'extra-lines', label: 'Pemecahan' },
    { key: 'saran', kind: 'extra-lines', label: 'Saran' },
    officerField,
  ],
  parts: [
    chapter('kata_pengantar', 'Kata pengantar', [
      'Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa karena atas rahmat dan karunia-Nya Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} pada {balai_lengkap} dapat terlaksana dengan baik.',
      'Laporan ini disusun sebagai pertanggungjawaban atas pelaksanaan pelatihan yang diikuti oleh {jumlah_peserta} ({jumlah_peserta_terbilang}) orang peserta dan dilaksanakan dari tanggal {tanggal_mulai} sampai dengan tanggal {tanggal_selesai}. Laporan memuat gambaran umum, pelaksanaan, dan hasil pelatihan beserta kelengkapan administrasinya.',
      'Kami mengucapkan terima kasih kepada semua pihak yang telah membantu pelaksanaan pelatihan dan penyusunan laporan ini. Saran dan masukan kami harapkan untuk perbaikan penyelenggaraan pelatihan selanjutnya.',
    ]),
    chapter('pendahuluan', 'Bab I Pendahuluan', [
      '# A. Latar Belakang',
      'Pelatihan kerja diselenggarakan untuk membekali, meningkatkan, dan mengembangkan kompetensi kerja guna meningkatkan kemampuan, produktivitas, dan kesejahteraan tenaga kerja. {balai_lengkap} menyelenggarakan pelatihan berbasis kompetensi agar masyarakat {daerah} memiliki keterampilan untuk bekerja atau berwirausaha.',
      '# B. Dasar',
      '1. Undang-Undang Nomor 13 Tahun 2003 tentang Ketenagakerjaan sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 6 Tahun 2023;',
      '2. Peraturan Pemerintah Nomor 31 Tahun 2006 tentang Sistem Pelatihan Kerja Nasional;',
      '3. Peraturan Menteri Tenaga Kerja dan Transmigrasi Nomor 8 Tahun 2014 tentang Pedoman Penyelenggaraan Pelatihan Berbasis Kompetensi;',
      '4. Keputusan Nomor {nomor_sk_peserta} tanggal {tanggal_sk_peserta} tentang penetapan peserta pelatihan.',
      '# C. Maksud dan Tujuan',
      'Pelatihan dimaksudkan untuk memberikan pengetahuan, keterampilan, dan sikap kerja pada program {nama_program}, dengan tujuan agar peserta siap memasuki dunia kerja atau membuka usaha sendiri.',
      '# D. Sasaran',
      'Sasaran pelatihan adalah {jumlah_peserta} ({jumlah_peserta_terbilang}) orang masyarakat {daerah}, {rincian_kelamin}.',
    ]),
    chapter('isi', 'Bab II Pelaksanaan', [
      '# A. Waktu dan Tempat',
      'Pelatihan dilaksanakan selama {jumlah_hari} ({jumlah_hari_terbilang}) hari kerja, dari tanggal {tanggal_mulai} sampai dengan tanggal {tanggal_selesai}, pukul {waktu_pelatihan}, bertempat di {tempat_pelatihan}. Jumlah jam pelatihan adalah {jumlah_jp} ({jumlah_jp_terbilang}) JP dengan {menit_per_jp} menit setiap JP.',
      '# B. Instruktur',
      'Instruktur pelatihan berjumlah {jumlah_instruktur} ({jumlah_instruktur_terbilang}) orang, yaitu {nama_instruktur}.',
      '# C. Pembiayaan',
      'Pelatihan dibiayai dari {sumber_dana} Tahun Anggaran {tahun_anggaran}. Rencana anggaran biaya dan realisasinya menurut kode rekening tercantum dalam lampiran.',
      '# D. Hasil Pelatihan',
      'Rata-rata kehadiran peserta adalah {rata_rata_kehadiran} dan rata-rata nilai akhir {rata_rata_nilai}. Dari {jumlah_peserta} ({jumlah_peserta_terbilang}) orang peserta, {jumlah_lulus} ({jumlah_lulus_terbilang}) orang dinyatakan lulus dan {jumlah_tidak_lulus} ({jumlah_tidak_lulus_terbilang}) orang tidak lulus{peserta_keluar} ({jumlah_seluruhnya}), atau persentase kelulusan {persentase_kelulusan}.',
    ]),
    chapter('masalah', 'Bab III Masalah dan Pemecahan', ['# A. Masalah', '{masalah}', '# B. Pemecahan', '{pemecahan}']),
    {
      key: 'lampiran',
      label: 'Daftar lampiran',
      hint: 'Satu lampiran sebaris; nomornya dicetak sendiri.',
      kind: 'points',
      optional: true,
      builtIn: [
        'Keputusan penyelenggaraan, penetapan peserta, dan penetapan instruktur;',
        'Daftar nominatif peserta, kurikulum, silabus, dan jadwal pelatihan;',
        'Daftar hadir dan rekapitulasi kehadiran;',
        'Berita acara sidang kelulusan, daftar nilai, dan rekap penilaian;',
        'RAB, realisasi anggaran, dan tanda terima;',
        'Rekap evaluasi pelatihan oleh peserta;',
        'Foto dokumentasi.',
      ].join('\n'),
    },
    chapter('penutup', 'Bab IV Penutup', [
      '# A. Simpulan',
      'Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} telah dilaksanakan sesuai dengan program dan jadwal yang ditetapkan. Diharapkan peserta dapat menerapkan kompetensi yang diperoleh untuk bekerja atau berwirausaha.',
      '# B. Saran',
      '{saran}',
      'Demikian laporan ini dibuat untuk dapat dipergunakan sebagaimana mestinya.',
    ]),
  ],
}

function chapter(key: string, label: string, lines: readonly string[]): LetterPart {
  const hint = 'Sebaris satu paragraf. “# ” di depan: judul kecil; “1. ” atau “a. ”: butir.'
  return { ...textPart(key, label, lines), hint }
}
