import { expect, test } from 'vitest'
import { inertText } from '../../../shared/kernel/inert-text.ts'

test.each(['=1+1', '+62', '-1', '@SUM(A1)', ' =1', '\t=1', '= 1'])('“%s” gets an apostrophe in front', text => {
  expect(inertText(text)).toBe(`'${text}`)
})

test.each(['', '-', ' - ', 'Siti', "Nur'aini", '0812-3456', 'a=1', '1-2'])('“%s” stays unchanged', text => {
  expect(inertText(text)).toBe(text)
})
