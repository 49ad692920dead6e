const kinds: Record<string, string> = {
  attendance: 'Kehadiran',
  centre: 'Balai',
  certificate: 'Sertifikat',
  cohort: 'Angkatan',
  cohort_day: 'Jadwal',
  credential: 'Sertifikat BNSP',
  day_off: 'Hari libur',
  enrolment: 'Peserta kelas',
  export: 'Berkas',
  holiday_year: 'Kalender',
  import: 'Berkas',
  instructor: 'Instruktur',
  officer: 'Penanda tangan',
  operator: 'Petugas',
  panel: 'Sidang',
  program: 'Program',
  room: 'Ruang',
  rules: 'Aturan',
  score: 'Nilai',
  snapshot: 'Cadangan',
  trainee: 'Peserta',
  trainee_photo: 'Pas foto peserta',
}

/** There is only one of each: its number says nothing. */
const single = new Set(['centre', 'rules'])

/**
 * What an audit row is about, from its stored 'kind id': 'attendance TR-2024-03 9' → 'Kehadiran TR-2024-03, hari ke-9'.
 * Row numbers are called so, because people are not named in the history.
 */
export function entityWords(entity: string): string {
  const [kind = '', id = '', ...rest] = entity.split(' ')
  const title = kinds[kind] ?? kind
  if (single.has(kind) || id === '') return title
  const last = rest.at(-1)
  if ((kind === 'attendance' || kind === 'cohort_day') && last !== undefined) return `${title} ${id}, hari ke-${last}`
  if (kind === 'score') return `${title} ${id}`
  const name = [id, ...rest].join(' ')
  return /^\d+$/.test(name) && kind !== 'holiday_year' ? `${title}, catatan ${name}` : `${title} ${name}`
}
