import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillText } from '../../../../shared/features/certificate-design/design-text.ts'

const values = { nama: 'Siti **Aminah** [II]', predikat: '', nomor: '7' }
const plain = (text: string) => fillText(text, values).map(line => line.map(span => span.text).join(''))

test('tokens are filled in, and a part in brackets is dropped with its empty token', () => {
  expect(plain('Nomor : {nomor}')).toEqual(['Nomor : 7'])
  expect(plain('LULUS[ dengan predikat {predikat}].')).toEqual(['LULUS.'])
  expect(plain('LULUS[ nomor {nomor}].')).toEqual(['LULUS nomor 7.'])
  expect(plain('satu\ndua')).toEqual(['satu', 'dua'])
})

test('a text of only empty tokens is empty', () => {
  expect(fillText('{predikat}', values)).toEqual([])
  expect(fillText('Predikat: {predikat}', values)).toEqual([])
  expect(plain('Predikat tetap')).toEqual(['Predikat tetap'])
})

test('stars make words bold, and stars inside a name stay letters', () => {
  expect(fillText('dan **LULUS** ##Baik## {nama}', values)).toEqual([
    [
      { text: 'dan ', strong: 'no' },
      { text: 'LULUS', strong: 'plain' },
      { text: ' ', strong: 'no' },
      { text: 'Baik', strong: 'coloured' },
      { text: ' Siti **Aminah** [II]', strong: 'no' },
    ],
  ])
})

test('any name appears in the text unchanged', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), name => {
      const lines = fillText('**{nama}**', { nama: name })
      expect(lines.flatMap(line => line.map(span => span.text)).join('')).toBe(name)
    }),
  )
})
