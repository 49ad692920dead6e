import { tokens } from './form-token.ts'

/** The person of the form, or of a row in a list. */
export const person = tokens(
  ['nama', 'text', 'nama menurut KTP', 'Siti Rahayu'],
  ['nama_kapital', 'text', 'nama dengan huruf besar', 'SITI RAHAYU'],
  ['nik', 'text', 'NIK; tengahnya disamarkan menurut Aturan surat', '367101******0003'],
  ['nik_lengkap', 'text', 'NIK 16 angka; pengisiannya dicatat', '3671014101990003', true],
  ['jk', 'text', 'L atau P', 'P'],
  ['jenis_kelamin', 'text', 'laki-laki atau perempuan', 'Perempuan'],
  ['tempat_lahir', 'text', 'tempat lahir', 'Tangerang'],
  ['tanggal_lahir', 'date', 'tanggal lahir', '1 Januari 1999'],
  ['ttl', 'text', 'tempat dan tanggal lahir', 'Tangerang, 1 Januari 1999'],
  ['umur', 'number', 'umur pada hari pertama pelatihan, atau hari ini', '25'],
  ['pendidikan', 'text', 'pendidikan terakhir', 'SMA'],
  ['alamat', 'text', 'alamat menurut KTP', 'Jl. Melati No. 5'],
  ['rt', 'text', 'RT', '002'],
  ['rw', 'text', 'RW', '004'],
  ['kelurahan', 'text', 'kelurahan', 'Karawaci'],
  ['kecamatan', 'text', 'kecamatan', 'Karawaci'],
  [
    'alamat_lengkap',
    'text',
    'alamat dengan RT, RW, kelurahan, dan kecamatan',
    'Jl. Melati No. 5, RT 002 RW 004, Karawaci',
  ],
  ['telepon', 'text', 'nomor telepon', '0812-3456-7890'],
  ['laki_laki', 'condition', 'hanya untuk laki-laki', '{#laki_laki}Bapak{/laki_laki}'],
  ['perempuan', 'condition', 'hanya untuk perempuan', '{#perempuan}Ibu{/perempuan}'],
)

/** Only for the person of the form: in a list every photo would have to be read. */
export const portrait = tokens(
  ['no_kk', 'text', 'nomor kartu keluarga; pengisiannya dicatat', '3671010101200001', true],
  ['agama', 'text', 'agama', 'Islam'],
  ['status_kawin', 'text', 'status perkawinan', 'Kawin'],
  ['pekerjaan', 'text', 'pekerjaan sekarang', 'Belum bekerja'],
  ['email', 'text', 'alamat email', 'siti@contoh.id'],
  ['domisili', 'text', 'alamat tinggal bila lain dari KTP', 'Jl. Mawar No. 2, Cibodas'],
)

/** Data of a member of the class. */
export const member = tokens(
  ['no', 'number', 'nomor urut di daftar kelas', '1'],
  ['hadir', 'number', 'hari hadir', '14'],
  ['sakit', 'number', 'hari sakit', '1'],
  ['izin', 'number', 'hari izin', '0'],
  ['alpa', 'number', 'hari tanpa keterangan', '0'],
  ['persen_hadir', 'text', 'kehadiran dalam persen', '93,33%'],
  ['nilai_teori', 'number', 'nilai teori', '80,00'],
  ['nilai_praktik', 'number', 'nilai praktik', '84,00'],
  ['nilai_akhir', 'number', 'nilai akhir', '82,80'],
  ['hasil', 'text', 'hasil sidang', 'LULUS'],
  ['nomor_sertifikat', 'text', 'nomor sertifikat', '563/001-TR/BLK/2025'],
  ['ukuran_baju', 'text', 'ukuran baju', 'XL'],
  ['nomor_asuransi', 'text', 'nomor kartu asuransi', '1234567890'],
  ['bank', 'text', 'nama bank; pengisiannya dicatat', 'Bank BJB', true],
  ['rekening', 'text', 'nomor rekening; pengisiannya dicatat', '0012345678', true],
  ['nama_rekening', 'text', 'nama pemilik rekening; pengisiannya dicatat', 'SITI RAHAYU', true],
  ['uang_transport', 'number', 'hari hadir × tarif transport', '1.050.000'],
  ['lulus', 'condition', 'hanya yang lulus', '{#lulus}Selamat.{/lulus}'],
  ['tidak_lulus', 'condition', 'hanya yang tidak lulus', '{#tidak_lulus}Silakan mencoba lagi.{/tidak_lulus}'],
  ['keluar', 'condition', 'hanya yang keluar dari kelas', '{#keluar}Keluar{/keluar}'],
  ['masih_ikut', 'condition', 'hanya yang tidak keluar', '{#masih_ikut}Aktif{/masih_ikut}'],
)

export const pictures = tokens(
  ['foto', 'picture', 'pas foto 3 × 4 cm, hanya di Word', 'pas foto'],
  ['qr', 'picture', 'kode QR dengan kode kelas, nomor, dan nama, hanya di Word', 'kode QR'],
)
