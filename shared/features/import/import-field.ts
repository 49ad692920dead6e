import { keysOf } from '../../kernel/keys-of.ts'
import { nearTo } from '../trainee/name/near-name.ts'

/** Fields of a list of people. */
export const importFieldLabels = {
  nik: 'NIK',
  name: 'Nama lengkap',
  birthPlace: 'Tempat lahir',
  birthDate: 'Tanggal lahir',
  birthPlaceAndDate: 'Tempat, tanggal lahir',
  sex: 'Jenis kelamin',
  familyCard: 'No. KK',
  address: 'Alamat',
  neighbourhood: 'RT',
  hamlet: 'RW',
  neighbourhoodAndHamlet: 'RT/RW',
  village: 'Kelurahan',
  district: 'Kecamatan',
  phone: 'No. HP / WhatsApp',
  email: 'Email',
  education: 'Pendidikan terakhir',
  employment: 'Status kerja',
  religion: 'Agama',
  maritalStatus: 'Status kawin',
  remark: 'Catatan',
}
export type ImportField = keyof typeof importFieldLabels
export const importFields = keysOf(importFieldLabels)

/** Titles used in lists, separated by commas. */
const synonyms: Record<ImportField, string> = {
  nik: `nik, nomor induk kependudukan, no induk kependudukan, no nik, nomor nik, no ktp, nomor ktp, ktp, nik ktp,
    nik no ktp, no ktp nik, nomor identitas, no identitas`,
  name: 'nama, nama lengkap, nama warga, nama pendaftar, nama penerima, nama penerima manfaat, nama pemohon',
  birthPlace: 'tempat lahir, tmp lahir, tmpt lahir, tpt lahir, kota lahir, tempat kelahiran',
  birthDate: 'tanggal lahir, tgl lahir, tgl lhr, lahir, tanggal kelahiran, tgl kelahiran',
  birthPlaceAndDate: `ttl, tempat tanggal lahir, tempat tgl lahir, tmp tgl lahir, tmpt tgl lahir, tempat lahir tanggal lahir`,
  sex: 'l p, lp, p l, jenis kelamin, jk, kelamin, gender, jns kelamin, jns kel, jenis kelamin l p, jk l p, sex',
  familyCard: 'kk, no kk, nomor kk, nomor kartu keluarga, no kartu keluarga, kartu keluarga, nkk',
  address: 'alamat, alamat ktp, alamat lengkap, alamat rumah, alamat tinggal, jalan',
  neighbourhood: 'rt',
  hamlet: 'rw',
  neighbourhoodAndHamlet: 'rt rw, rtrw',
  village: 'kelurahan, kel, desa, kelurahan desa, desa kelurahan, kel desa, desa kel, nama kelurahan, asal kelurahan',
  district: 'kecamatan, kec, nama kecamatan',
  phone: `no hp, hp, nohp, nomor hp, no telepon, telepon, no telp, no tlp, telp, tlp, no telpon, nomor telp, whatsapp,
    no whatsapp, nomor whatsapp, no wa, nomor wa, wa, no hp wa, no wa hp, no hp whatsapp, nomor hp whatsapp,
    nomor hp wa, nomor telepon, handphone, no handphone, nomor handphone, kontak, no kontak, nomor kontak, ponsel,
    no ponsel, nomor ponsel, hp wa, telp hp, hp telp, telepon hp, no telp hp, no hp telp, no telepon hp,
    nomor telepon hp`,
  email: 'email, e mail, surel, alamat email',
  employment: 'status kerja, status pekerjaan, pekerjaan, kerja',
  religion: 'agama',
  maritalStatus: 'status kawin, status perkawinan, status pernikahan, status nikah, perkawinan',
  education: 'pendidikan, pendidikan terakhir, pend terakhir, pend, tingkat pendidikan, ijazah terakhir, ijazah',
  // Never by title alone: such a column may hold restricted data, so a person decides.
  remark: '',
}

/** Words that may surround a title: 'Nama Lengkap Calon Peserta (sesuai KTP)'. */
const filler =
  /\b(?:calon|peserta|pelatihan|sesuai|pada|di|dgn|dengan|e ktp|ektp|yang|aktif|dan|siswa|format|dd|mm|yyyy)\b/g

const fieldOfSynonym = new Map(
  importFields.flatMap(field =>
    synonyms[field]
      .split(',')
      .map(title => [title.replaceAll(/\s/g, ''), field] as const)
      .filter(([title]) => title !== ''),
  ),
)

/** A column of remarks that can be kept as notes: 'Ket.', 'Keterangan', 'Catatan'. */
export function isRemarkTitle(title: string): boolean {
  return /^(?:ket|keterangan|catatan|ctt|remarks?)$/.test(foldTitle(title))
}
/** In shorter titles one letter makes a different word: 'No. KK', 'No. HP'. */
const shortestMistyped = 8
/** No title is longer, and comparing a cell of a thousand letters takes seconds. */
const longestMistyped = 60

/**
 * The field of a column title, ignoring case, dots, spaces, slashes and brackets, and with one typing error in longer ones: 'N.I.K.', 'TGL.LAHIR',
 * 'Kelurhan'. Null if unknown.
 */
export function fieldOfTitle(title: string): ImportField | null {
  const plain = foldTitle(title)
  const known = fieldOfText(plain)
  if (known) return known
  // 'sesuai KTP' only tells the source of a value; 'No. KTP' is a value itself.
  const bare = plain
    .replace(/\b(?:sesuai|pada|di) (?:e )?k ?t ?p\b/g, ' ')
    .replace(filler, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return fieldOfText(bare) ?? mistypedField(bare.replaceAll(' ', ''))
}

function fieldOfText(plain: string): ImportField | null {
  return fieldOfSynonym.get(plain.replaceAll(' ', '')) ?? null
}

function mistypedField(typed: string): ImportField | null {
  if (typed.length < shortestMistyped || typed.length > longestMistyped) return null
  const { isWhole } = nearTo(typed)
  for (const [title, field] of fieldOfSynonym)
    if (title.length >= shortestMistyped && title[0] === typed[0] && isWhole(title)) return field
  return null
}

/** Normalised title for comparing and remembering: lower case, without brackets and signs. */
export function foldTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
