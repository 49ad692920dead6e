const kinds: Record<string, string> = {
  activity: 'Kegiatan',
  applicant: 'Pendaftar',
  attendance: 'Kehadiran',
  attendance_letter: 'Surat sakit atau izin',
  audit_erasure: 'Riwayat',
  centre: 'Balai',
  certificate: 'Sertifikat',
  blank_shift: 'Geseran blangko',
  certificate_design: 'Rancangan',
  certificate_design_choice: 'Pilihan rancangan',
  design_picture: 'Gambar latar',
  cohort: 'Angkatan',
  cohort_day: 'Jadwal',
  credential: 'Sertifikat BNSP',
  credential_override: 'Izin mengajar',
  certificate_copy: 'Salinan sertifikat',
  certificate_number: 'Nomor',
  number_setting: 'Cara nomor berjalan',
  signing_key: 'Kunci tanda tangan',
  class_clock: 'Jam kelas',
  day_off: 'Hari libur',
  enrolment: 'Peserta kelas',
  cohort_item: 'Perlengkapan peserta',
  cohort_material: 'Bahan kelas',
  cohort_picture: 'Foto dokumentasi',
  enrolment_kit: 'Ukuran dan kartu peserta',
  export: 'Berkas',
  holiday_year: 'Kalender',
  import: 'Berkas',
  instructor: 'Instruktur',
  instructor_leave: 'Cuti instruktur',
  letter_template: 'Teks surat',
  class_letter: 'Surat kelas',
  officer: 'Penanda tangan',
  operator: 'Petugas',
  panel: 'Sidang',
  paper_scan: 'Pindaian berkas kelas',
  paper_verdict: 'Pemeriksaan berkas kelas',
  print: 'Cetakan',
  program: 'Program',
  program_material: 'Bahan program',
  rate: 'Tarif',
  registration: 'Pendaftaran',
  room: 'Ruang',
  rules: 'Aturan',
  scan_page: 'Pindaian',
  score: 'Nilai',
  sheet_edition: 'Lembar daftar hadir',
  score_closing: 'Pengisian nilai',
  competence_test: 'Uji BNSP',
  issue_override: 'Pengecualian pemeriksaan',
  snapshot: 'Cadangan',
  spending: 'Realisasi',
  timetable: 'Jam pelajaran',
  taught_day: 'Jam mengajar',
  target_evidence: 'Bukti sasaran peserta',
  trainee: 'Peserta',
  trainee_anonymity: 'Anonim peserta',
  trainee_consent: 'Persetujuan peserta',
  trainee_export: 'Salinan data peserta',
  trainee_merge: 'Penggabungan peserta',
  different_people: 'Bukan orang yang sama, peserta',
  trainee_file: 'Berkas peserta',
  trainee_freeze: 'Pembekuan peserta',
  trainee_photo: 'Pas foto peserta',
  trainee_restricted: 'Data terbatas peserta',
}

/** Kinds whose id ends in the number of a day. */
const ofDay = new Set(['attendance', 'cohort_day', 'credential_override', 'taught_day'])

/** There is only one of each: its number says nothing. */
const single = new Set(['centre', 'rules'])

/**
 * What an audit row is about, from its stored 'kind id': 'attendance TR-2024-03 9' → 'Kehadiran TR-2024-03, hari ke-9'.
 * Row numbers are called so, because people are not named in the history.
 */
export function formatEntity(entity: string): string {
  const [kind = '', id = '', ...rest] = entity.split(' ')
  const title = kinds[kind] ?? kind
  if (single.has(kind) || id === '') return title
  const last = rest.at(-1)
  if (ofDay.has(kind) && last !== undefined) return `${title} ${id}, hari ke-${last}`
  if (kind === 'score' || kind === 'competence_test') return `${title} ${id}`
  const name = [id, ...rest].join(' ')
  return /^\d+$/.test(name) && kind !== 'holiday_year' ? `${title}, catatan ${name}` : `${title} ${name}`
}
