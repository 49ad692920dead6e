export const letterErrors = {
  letter_changed: ({ title }: { title: string }) =>
    `Teks ${title} sudah diubah di jendela lain. Muat ulang, lalu ubah lagi.`,
}

export const letterEntities = {
  letter_template: 'Teks surat',
  letter_version: 'Versi teks surat',
  cohort_letter: 'Surat kelas',
}
