import type { OperationGroup } from '../access/access-matrix.ts'

/** The records that a form edits as a whole, by the first words of the form's subject: their entity in the history, and who may edit them. */
export const recordKinds: Readonly<Record<string, { entity: string; group: OperationGroup }>> = {
  kegiatan: { entity: 'activity', group: 'money.change' },
  pendaftaran: { entity: 'registration', group: 'selection.change' },
  hubungan: { entity: 'enrolment', group: 'trainee.change' },
  cuti: { entity: 'instructor_leave', group: 'instructor.change' },
  'sertifikat instruktur': { entity: 'credential', group: 'instructor.change' },
  instruktur: { entity: 'instructor', group: 'instructor.change' },
  keterangan: { entity: 'cohort', group: 'cohort.change' },
  ruang: { entity: 'room', group: 'setting.change' },
  program: { entity: 'program', group: 'setting.change' },
  pejabat: { entity: 'officer', group: 'setting.change' },
  balai: { entity: 'centre', group: 'setting.change' },
  aturan: { entity: 'rules', group: 'setting.change' },
  libur: { entity: 'day_off', group: 'cohort.change' },
  surat: { entity: 'cohort_letter', group: 'paper.change' },
  perlengkapan: { entity: 'cohort_supply', group: 'paper.change' },
}
