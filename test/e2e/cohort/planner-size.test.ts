import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Program, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

let program: Program
beforeAll(async () => {
  program = await startProgram('2024-12-30', { centre: threeCohorts, width: 1280, height: 720 })
})
afterAll(() => program?.close())

it('has its fields in two rows at 1280 × 720, in a panel 156 px high', async () => {
  const { page } = program
  const measure = () =>
    page.getByRole('region', { name: 'Program dan tanggal' }).evaluate(panel => {
      const fields = [...panel.querySelectorAll('.mantine-InputWrapper-root')].map(one => one.getBoundingClientRect())
      return {
        panel: panel.getBoundingClientRect().height,
        rows: [...new Set(fields.map(one => one.top))].map(top => fields.filter(one => one.top === top).length),
        heights: [...new Set(fields.map(one => one.height))],
        narrow: fields.filter(one => one.width < 150).length,
      }
    })
  await page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  await page.keyboard.press('Alt+4')
  await page.keyboard.press('Alt+b')
  await page.keyboard.type('rias')
  await page.locator('[role=option][data-combobox-selected]', { hasText: 'Tata Rias' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Tanggal mulai' }).focus()
  expect(await measure()).toEqual({ panel: 156, rows: [2, 5], heights: [56], narrow: 0 })
})

/** Where the lanes end, and how wide the rail and its days are, once the class starts on this day. */
async function lanesFrom(start: string, heading: string) {
  const { page } = program
  await page.getByRole('combobox', { name: 'Tanggal mulai' }).fill(start)
  await page.getByRole('heading', { name: heading }).waitFor()
  return page.evaluate(() => {
    const box = (one: Element | null | undefined) => one?.getBoundingClientRect() ?? new DOMRect()
    const [rail, ...lanes] = ['main ol', '[role=radiogroup][aria-label=Instruktur] > *'].flatMap(which => [
      ...document.querySelectorAll(which),
    ])
    const days = [...(rail?.children ?? [])].map(day => Math.round(box(day).width))
    return {
      label: Math.round(box(rail).left - box(lanes[0]).left) - 16,
      rail: Math.round(box(rail?.lastElementChild).right - box(rail).left),
      day: Math.min(...days.filter(width => width > 46)),
      lanes: lanes.length,
      end: Math.round(box(lanes.at(-1)).bottom),
      actions: lanes.filter(one => one.querySelector('button')).length,
    }
  })
}

it('ends the lanes of three instructors at y 528, also where each can be permitted', async () => {
  expect(await lanesFrom('13/1/2025', 'Senin 13 Jan 2025 s.d. Rabu 5 Feb 2025')).toEqual({
    label: 216,
    rail: 15 * 50 + 2 * 14 + 46,
    day: 50,
    lanes: 3,
    end: 528,
    actions: 3,
  })
})

it('needs 17 px more for the lines of two budget years', async () => {
  const { label, rail, lanes, end } = await lanesFrom('16/12/2024', 'Senin 16 Des 2024 s.d. Rabu 8 Jan 2025')
  expect({ label, rail, lanes, end }).toEqual({ label: 216, rail: 870, lanes: 3, end: 545 })
})

it('puts name, detail and permission of a lane on one line at 1024 × 560', async () => {
  const { page } = program
  await lanesFrom('13/1/2025', 'Senin 13 Jan 2025 s.d. Rabu 5 Feb 2025')
  await page.setViewportSize({ width: 1024, height: 560 })
  const heights = await page
    .getByRole('radiogroup', { name: 'Instruktur' })
    .locator('> *')
    .evaluateAll(lanes => lanes.map(lane => lane.getBoundingClientRect().height))
  expect(heights).toEqual([53, 53, 53])
})

it('shows a date typed in figures whole beside its reading, also in the narrow field of one row', async () => {
  const { page } = program
  await page.setViewportSize({ width: 1366, height: 768 })
  const field = page.getByRole('combobox', { name: 'Tanggal mulai' })
  const covered = () => field.evaluate((input: HTMLInputElement) => input.scrollWidth - input.clientWidth)
  for (const typed of ['13/1', '13/1/2025']) {
    await field.fill(typed)
    await page
      .getByText(/^Sen\s13\sJan/)
      .first()
      .waitFor()
    expect(await covered(), typed).toBe(0)
  }
})
