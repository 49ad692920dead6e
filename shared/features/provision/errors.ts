export const provisionErrors = {
  not_a_picture: ({ file }: { file: string }) =>
    `“${file}” tidak dapat dicetak. Pakai foto JPEG atau PNG berwarna biasa.`,
  pictures_full: ({ most }: { most: number }) => `Kelas ini sudah punya ${most} foto. Hapus dulu yang tidak dipakai.`,
}

export const provisionEntities = {
  cohort_budget: 'RAB kelas',
  cohort_supply: 'Penyedia bahan',
  cohort_evaluation: 'Evaluasi pelatihan',
  cohort_item: 'Perlengkapan peserta',
  cohort_material: 'Bahan kelas',
  cohort_picture: 'Foto dokumentasi',
  enrolment_kit: 'Ukuran dan kartu peserta',
  program_material: 'Bahan program',
  rate: 'Tarif',
}
