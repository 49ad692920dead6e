export const centreErrors = {
  not_set_up: () => 'Balai belum diisi. Isi nama balai dan penanda tangan dulu.',
  already_set_up: () => 'Balai sudah diisi. Ubah lewat Pengaturan.',
  regency_unknown: ({ regency }: { regency: string }) =>
    `Kabupaten atau kota dengan kode ${regency} tidak ada. Pilih dari daftar.`,
}

export const centreEntities = {
  centre: 'Balai',
  rules: 'Aturan',
  paper_rules: 'Aturan surat',
  officer: 'Penanda tangan',
}
