import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from '../program.ts'
import { slowAnswers } from '../slow-answers.ts'
import { threeCohorts } from '../three-cohorts.ts'

describe('Enter before the list has answered takes what was typed, not a line of an earlier text', () => {
  let program: Program
  let person: string
  let kelurahan: string
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: threeCohorts })
    const { page } = program
    await page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
    await page.keyboard.press('Alt+3')
    const rows = page.getByRole('grid', { name: /peserta/ }).getByRole('row')
    await rows.nth(3).waitFor()
    // Not the first of the list, which an early Enter would take.
    person = (await rows.nth(3).innerText()).split('\n').find(text => /^[A-Z]\w+ [A-Z]\w+/.test(text)) ?? ''
    kelurahan = 'Kel. Karawaci Baru, Kec. Karawaci'
    expect(person).not.toBe('')
  })
  afterAll(() => program?.close())

  it('in the search', async () => {
    const { page } = program
    const quick = await slowAnswers(page, 'home/search')
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: /^Cari orang/ })
    await field.waitFor()
    const [letter = ''] = person
    await page.keyboard.type(letter)
    const second = page.getByRole('option', { name: new RegExp(`^${letter}`) }).nth(1)
    const name = (await second.innerText()).split('\n')[0] ?? ''
    await page.keyboard.type(name.slice(1))
    await field.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await quick()
    await program.check()
  })

  it('for a kelurahan', async () => {
    const { page } = program
    await page.keyboard.press('Alt+3')
    await page.keyboard.press('Alt+b')
    const field = page.getByLabel('Kelurahan tempat tinggal')
    await field.focus()
    await page.keyboard.type('kara')
    await page.getByRole('option').first().waitFor()
    const quick = await slowAnswers(page, 'trainee/villages')
    await page.keyboard.type('waci baru')
    await field.press('Enter')
    await expect.poll(() => field.inputValue()).toBe(kelurahan)
    await expect.poll(() => field.evaluate(one => one === document.activeElement)).toBe(false)
    await quick()
    await program.check()
  })

  it('for the people of a class', async () => {
    const { page } = program
    await page.keyboard.press('Alt+4')
    await page.keyboard.press('Alt+b')
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('F4')
    await page.getByRole('dialog', { name: 'Pilih peserta' }).waitFor()
    const field = page.getByRole('combobox', { name: 'Cari peserta' })
    await page.getByRole('listbox', { name: 'Peserta' }).getByRole('option').first().waitFor()
    const quick = await slowAnswers(page, 'trainee/list')
    await field.focus()
    await page.keyboard.type(person)
    await field.press('Enter')
    const chosen = page.getByRole('option', { selected: true })
    await chosen.first().waitFor()
    expect(await chosen.allInnerTexts()).toEqual([expect.stringContaining(person)])
    await quick()
    await program.check()
  })
})
