export const certificateDesignErrors = {
  design_built_in: ({ name }: { name: string }) =>
    `Rancangan bawaan “${name}” tidak diubah. Simpan sebagai rancangan baru.`,
  design_in_use: ({ name }: { name: string }) => `Rancangan “${name}” sedang dipakai. Pilih rancangan lain dulu.`,
  design_unreadable: ({ problems }: { problems: string[] }) => `Rancangan tidak dapat dibaca. ${problems.join(' ')}`,
  design_picture_unreadable: ({ reason }: { reason: 'too_large' | 'no_picture' }) =>
    reason === 'too_large'
      ? 'Gambar latar paling besar 8 MB.'
      : 'Gambar latar tidak dapat dibaca. Pakai PNG atau JPEG dengan warna RGB.',
}

export const certificateDesignEntities = {
  certificate_design: 'Rancangan',
  design_version: 'Versi rancangan',
  certificate_design_choice: 'Pilihan rancangan',
  design_picture: 'Gambar latar',
  blank_shift: 'Geseran blangko',
}
