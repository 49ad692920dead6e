export const folderErrors = {
  file_cancelled: () => 'Pembuatan PDF dibatalkan. Tidak ada yang berubah.',
}

export const folderEntities = {
  paper_scan: 'Hasil scan berkas kelas',
  paper_verdict: 'Pemeriksaan berkas kelas',
}
