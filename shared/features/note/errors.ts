export const noteEntities = {
  quick_note: 'Catatan',
  trainee_note: 'Catatan peserta',
  cohort_note: 'Catatan kelas',
}
