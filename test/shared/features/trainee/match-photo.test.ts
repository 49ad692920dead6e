import { expect, test } from 'vitest'
import { matchPhoto } from '../../../../shared/features/trainee/match-photo.ts'

const people = [
  { id: 1, name: 'Siti Rahayu', nik: '3671014506950001', position: 1 },
  { id: 2, name: 'Siti Aminah', nik: '3671014506950002', position: 2 },
  { id: 3, name: "Nur'aini", nik: '3671014506950003', position: 3 },
  { id: 4, name: 'Siti Aminah Putri', nik: '3671014506950004', position: 4 },
]

test.each([
  ['3671014506950002.jpg', 2],
  ['foto 3671014506950003 baru.JPEG', 3],
  ['SITI RAHAYU.png', 1],
  ['07_siti-rahayu.jpg', 1],
  ['rahayu.jpg', 1],
  ['siti aminah.jpg', 2],
  ['Siti Aminah Putri (2).jpg', 4],
  ['nuraini.jpg', 3],
  ['04.jpg', 4],
  // Fits several people, or nobody.
  ['siti.jpg', null],
  ['IMG 2034.jpg', null],
  ['kelas.jpg', null],
  ['99.jpg', null],
])('%s', (file, id) => {
  expect(matchPhoto(file, people)).toBe(id)
})
