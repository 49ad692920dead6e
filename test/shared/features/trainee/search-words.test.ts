import { describe, expect, test } from 'vitest'
import { phoneStart, readSearch, searchWords } from '../../../../shared/features/trainee/name/search-words.ts'

const both = (digits: string) => ({ start: digits, end: digits })

test.each([
  ['M.Rizki (Alm)', ['m', 'rizki', 'alm']],
  ["Nur'aini D’Arcy", ['nuraini', 'darcy']],
  ['Ångström-Çelik', ['angstrom', 'celik']],
  [' . ', []],
])('the words of “%s”', (text, words) => {
  expect(searchWords(text)).toEqual(words)
})

describe('typed search text', () => {
  test.each([
    ['0812-3456-7890', [], [both('081234567890')]],
    ['+62 812 3456', [], [both('628123456')]],
    ['3671 1352 0590 0003', [], [both('3671135205900003')]],
    ['367113******0003', [], [{ start: '367113', end: '0003' }]],
    ['Siti 0003', ['siti'], [both('0003')]],
    ['siti 0003 rahayu 0812', ['siti', 'rahayu'], [both('0003'), both('0812')]],
    ['tr-2024', ['tr'], [both('2024')]],
  ])('“%s”', (text, words, digits) => {
    expect(readSearch(text)).toEqual({ words, digits })
  })
})

test.each([
  ['0812', '62812'],
  ['812', '62812'],
  ['62812', '62812'],
  ['0', '62'],
])('a telephone typed with %s is stored with %s', (typed, stored) => {
  expect(phoneStart(typed)).toBe(stored)
})
