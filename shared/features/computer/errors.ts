import { sheetName } from './recovery-code.ts'

export const computerErrors = {
  data_locked: () =>
    'Hasil scan di folder ini dikunci untuk komputer lain. Buka dengan lembar pemulihan di Pengaturan › Komputer.',
  recovery_group_wrong: ({ group }: { group: number }) =>
    `Kelompok ke-${group} salah ketik. Huruf I, L, O, dan U tidak ada pada lembar.`,
  recovery_sheet_other: ({ number }: { number: number | null }) =>
    number === null
      ? 'Belum ada lembar pemulihan untuk data ini, jadi kuncinya tidak dapat dibuka.'
      : `Ini bukan lembar yang benar. Data ini dibuka dengan ${sheetName(number)}.`,
  sheet_resets_admins: ({ name }: { name: string }) =>
    `${name} bukan Admin. Lembar pemulihan hanya mengatur ulang Admin; ia lalu memberi sandi baru kepada yang lain.`,
  no_sheet_waiting: () => 'Lembar itu tidak menunggu lagi. Buat lembar baru, cetak, lalu ketik kelompoknya.',
}

export const computerEntities = {
  computer: 'Komputer ini',
}
