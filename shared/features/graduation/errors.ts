import { longDate, type PlainDate } from '../../kernel/plain-date.ts'

export const graduationErrors = {
  panel_decided: () => 'Sidang sudah menetapkan hasil. Buka kembali sidang untuk mengubah.',
  panel_not_decided: () => 'Sidang kelulusan belum menetapkan hasil.',
  panel_missing: ({ words }: { words: string[] }) => `Belum bisa disidangkan: ${words.join(' · ')}.`,
  panel_before_end: ({ date, end }: { date: PlainDate; end: PlainDate }) =>
    `Sidang ${longDate(date)} mendahului hari terakhir kelas (${longDate(end)}).`,
  panel_in_future: ({ date }: { date: PlainDate }) =>
    `Sidang ${longDate(date)} belum berlangsung. Tetapkan hasilnya pada hari itu.`,
  override_not_possible: ({ name }: { name: string }) =>
    `Keputusan ${name} tidak dapat diubah: orangnya tidak mengikuti kelas sampai selesai.`,
  certificates_exist: ({ count }: { count: number }) =>
    `${count} sertifikat sudah terbit dari keputusan ini, jadi sidang tidak dapat dibuka kembali.`,
}

export const graduationEntities = {
  panel: 'Sidang',
}
