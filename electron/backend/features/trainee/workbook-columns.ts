/** Fields of a trainee that a workbook can bring. */
export const workbookFields = [
  'nik',
  'name',
  'birthPlace',
  'birthDate',
  'birthPlaceAndDate',
  'sex',
  'familyCard',
  'address',
  'neighbourhood',
  'hamlet',
  'village',
  'district',
  'phone',
  'education',
] as const
export type WorkbookField = (typeof workbookFields)[number]

const synonyms: Record<WorkbookField, readonly string[]> = {
  nik: ['nik', 'nomor induk kependudukan', 'no nik', 'nomor nik', 'no ktp', 'nomor ktp', 'no ktp nik', 'nik ktp'],
  name: ['nama', 'nama lengkap', 'nama peserta', 'nama lengkap sesuai ktp', 'nama sesuai ktp', 'nama calon peserta'],
  birthPlace: ['tempat lahir', 'tmp lahir', 'tmpt lahir', 'kota lahir'],
  birthDate: ['tanggal lahir', 'tgl lahir', 'tgl lhr', 'lahir'],
  birthPlaceAndDate: ['ttl', 'tempat tanggal lahir', 'tempat tgl lahir', 'tmp tgl lahir'],
  sex: ['l p', 'lp', 'jenis kelamin', 'jk', 'kelamin', 'gender', 'jns kelamin'],
  familyCard: ['kk', 'no kk', 'nomor kk', 'nomor kartu keluarga', 'no kartu keluarga'],
  address: ['alamat', 'alamat ktp', 'alamat lengkap', 'jalan', 'alamat sesuai ktp'],
  neighbourhood: ['rt'],
  hamlet: ['rw'],
  village: ['kelurahan', 'kel', 'desa', 'kelurahan desa', 'desa kelurahan'],
  district: ['kecamatan', 'kec'],
  phone: [
    'no hp',
    'hp',
    'nomor hp',
    'no telepon',
    'telepon',
    'no telp',
    'telp',
    'whatsapp',
    'no wa',
    'wa',
    'no hp wa',
    'no hp whatsapp',
    'nomor telepon',
    'handphone',
  ],
  education: ['pendidikan', 'pendidikan terakhir', 'pend terakhir', 'pend'],
}

const fieldOfTitle = new Map(
  Object.entries(synonyms).flatMap(([field, titles]) => titles.map(title => [title, field as WorkbookField] as const)),
)

/** The field a column title stands for, whatever its case, dots, slashes and brackets; null when unknown. */
export function fieldOfColumn(title: string): WorkbookField | null {
  const plain = title
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return fieldOfTitle.get(plain) ?? null
}
