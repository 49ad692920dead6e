export const scoreErrors = {
  scores_closed: ({ by }: { by: string }) =>
    `Pengisian nilai sudah ditutup ${by}. Buka kembali dengan alasan untuk mengubah.`,
  scores_not_closed: () => 'Pengisian nilai belum ditutup.',
  scores_missing: ({ count }: { count: number }) =>
    count === 0 ? 'Kelas belum punya peserta yang dinilai.' : `${count} nilai belum diisi. Lengkapi sebelum menutup.`,
  rules_stand: ({ cohort }: { cohort: string }) => `${cohort} sudah berjalan atau sudah dinilai, jadi aturannya tetap.`,
}

export const scoreEntities = {
  score: 'Nilai',
  score_closing: 'Pengisian nilai',
}
