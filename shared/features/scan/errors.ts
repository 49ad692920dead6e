export const scanErrors = {
  scan_unreadable: ({ file }: { file: string }) =>
    `“${file}” rusak atau memakai kata sandi. Pindai ulang, atau simpan tanpa kata sandi.`,
  scan_too_long: ({ pages }: { pages: number }) =>
    `Satu berkas paling banyak ${pages} halaman. Bagi menjadi beberapa berkas.`,
  scan_cancelled: () => 'Dibatalkan. Tidak ada yang disimpan.',
  scan_confirmed: ({ by }: { by: string }) => `Hasil scan ini sudah diperiksa ${by} dan menjadi arsip.`,
  scan_without_class: () => 'Pilih dulu kelas dan harinya.',
  scan_has_code: () => 'Kode pada lembar ini sudah menyebut kelas dan harinya.',
}

export const scanEntities = {
  scan_page: 'Hasil scan',
  sheet_edition: 'Lembar daftar hadir',
}
