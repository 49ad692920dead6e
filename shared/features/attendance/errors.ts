import { type PlainDate, shortDay } from '../../kernel/plain-date.ts'

export const attendanceErrors = {
  day_in_future: ({ n, date }: { n: number; date: PlainDate }) => `Hari ke-${n} (${shortDay(date)}) belum berjalan.`,
  day_closed: ({ n, by }: { n: number; by: string }) =>
    `Hari ke-${n} sudah ditutup ${by}. Perubahan memerlukan alasan.`,
  day_not_closed: ({ n }: { n: number }) => `Hari ke-${n} belum ditutup.`,
  day_incomplete: ({ n, names }: { n: number; names: string[] }) => `Hari ke-${n} belum diisi untuk ${list(names)}.`,
  not_a_member: ({ name, n }: { name: string; n: number }) => `${name} bukan peserta pada hari ke-${n}.`,
  instructor_not_of_day: ({ name, n }: { name: string; n: number }) =>
    `${name} tidak mengajar hari ke-${n}. Ditutup oleh pengajar hari itu.`,
  day_without_instructor: ({ n }: { n: number }) =>
    `Hari ke-${n} belum ada instruktur. Isi dulu di Jadwal, karena hari ditutup atas namanya.`,
  letter_without_leave: ({ name, n }: { name: string; n: number }) =>
    `${name} tidak sakit atau izin pada hari ke-${n}. Tandai S atau I dulu, lalu lampirkan suratnya.`,
  letter_attached: ({ name, n }: { name: string; n: number }) =>
    `${name} punya surat untuk hari ke-${n}. Hapus suratnya dulu (F2), lalu ubah tandanya.`,
}

export const attendanceEntities = {
  attendance: 'Kehadiran',
  attendance_letter: 'Surat sakit atau izin',
}

function list(names: string[]): string {
  const shown = names.slice(0, 5).join(', ')
  return names.length > 5 ? `${shown} dan ${names.length - 5} orang lain` : shown
}
