/** Size limit of a scan. */
export const mostFileMegabytes = 10

export const fileKinds = ['KTP', 'KK', 'IJAZAH', 'SKTM', 'DTSEN', 'LAIN'] as const
export type FileKind = (typeof fileKinds)[number]
export const fileLabels: Record<FileKind, string> = {
  KTP: 'KTP',
  KK: 'Kartu Keluarga',
  IJAZAH: 'Ijazah',
  SKTM: 'SKTM',
  DTSEN: 'Cetak DTSEN',
  LAIN: 'Berkas lain',
}
