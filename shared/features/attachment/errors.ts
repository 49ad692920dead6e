export const attachmentErrors = {
  not_a_scan: ({ file }: { file: string }) =>
    `“${file}” bukan PDF atau JPEG. Pindai sebagai PDF, atau simpan fotonya sebagai JPEG.`,
  scan_too_large: ({ megabytes }: { megabytes: number }) =>
    `Hasil scan paling besar ${megabytes} MB. Pindai dengan ketajaman lebih rendah, 200 dpi cukup.`,
  not_a_file: ({ file }: { file: string }) =>
    `“${file}” bukan PDF, JPEG, atau PNG. Simpan ulang hasil scannya sebagai salah satunya.`,
  file_too_large: ({ megabytes }: { megabytes: number }) =>
    `Berkas lebih dari ${megabytes} MB. Pindai ulang dengan ketajaman lebih rendah.`,
  file_takes_too_long: () =>
    'Berkas ini terlalu berat untuk dibaca, jadi pembacaannya dihentikan. Simpan atau pindai ulang dengan ukuran lebih kecil.',
  file_missing: () =>
    'Berkas ini tidak ada lagi di folder data. Salin kembali folder files dari cadangan Anda, atau unggah ulang.',
  file_damaged: () => 'Isi berkas ini berubah sejak disimpan, jadi tidak dibuka. Unggah ulang dari aslinya.',
}

export const attachmentEntities = {
  scan: 'Hasil scan',
}
