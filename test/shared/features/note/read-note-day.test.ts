import { expect, test } from 'vitest'
import { readNoteDay } from '../../../../shared/features/note/read-note-day.ts'

// A Tuesday.
const today = '2024-12-10'

test.each([
  ['bawa KK asli Senin', '2024-12-16'],
  ["bawa KK asli hari Jum'at.", '2024-12-13'],
  ['besok telepon ibunya', '2024-12-11'],
  ['ambil ijazah 25/12', '2024-12-25'],
  ['ambil ijazah 3 januari, lalu fotokopi', '2025-01-03'],
  ['janji Senin, 16 Desember 2024', '2024-12-16'],
  ['hari ini bawa materai', '2024-12-10'],
  ['dari Senin sampai Kamis', '2024-12-12'],
])('%s', (text, date) => {
  expect(readNoteDay(text, today)).toBe(date)
})

test.each([
  'bawa KK asli',
  'bawa 2 foto',
  'kode pintu 1612',
  'telepon +62812',
  'alamat RT 3/5',
  'kembali 2 minggu lagi',
  'minggu depan diingatkan',
  'sakit sejak kemarin',
  'lahir 1/1/1990',
  '',
])('is not a future day: %s', text => {
  expect(readNoteDay(text, today)).toBeNull()
})
