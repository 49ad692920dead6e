import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { serveWidgets, type WidgetsPage } from '../../build/widgets.ts'
import { axeViolations } from '../e2e/accessibility.ts'
import { browserWith } from '../e2e/browser.ts'

let server: WidgetsPage
let page: Page
const faults: string[] = []
beforeAll(async () => {
  server = await serveWidgets()
  const context = await (await browserWith()).newContext({
    viewport: { width: 1366, height: 900 },
    locale: 'id-ID',
    reducedMotion: 'reduce',
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', error => faults.push(error.message))
})
beforeEach(() => page.goto(server.url))
afterAll(async () => {
  await page.context().close()
  await server.close()
})

const sample = (name: string) => page.getByRole('region', { name, exact: true })
/** The text of the widget's last callback. */
const output = (name: string) => expect.poll(() => sample(name).locator('output').innerText())
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const focused = (locator: Locator) =>
  expect.poll(() => locator.evaluate(it => it === document.activeElement)).toBe(true)

test('no widget breaks a rule of accessibility or logs an error, in any shown state', async () => {
  expect(await axeViolations(page)).toEqual([])
  for (const name of ['Buka pratinjau', 'Buka yang masih digambar', 'Buka yang gagal']) {
    await page.getByRole('button', { name }).click()
    await page.getByRole('dialog').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  expect(faults).toEqual([])
})

describe('an action', () => {
  test('runs by its button and by its keys', async () => {
    await page.getByRole('button', { name: 'Simpan' }).click()
    await press('Control+s')
    await output('ActionButton').toBe('dijalankan 2, ditolak 0')
  })

  test('that is refused keeps the focus, says why, and does not run', async () => {
    const button = page.getByRole('button', { name: 'Terbitkan' })
    await button.focus()
    await press('Enter')
    await output('ActionButton').toBe('dijalankan 0, ditolak 1')
    await focused(button)
    await expect.poll(() => page.getByText('Nilai dua peserta belum lengkap.').first().isVisible()).toBe(true)
  })

  test('that is running does not run again', async () => {
    await page.getByRole('button', { name: 'Mengirim' }).focus()
    await press('Enter')
    await output('ActionButton').toBe('dijalankan 0, ditolak 0')
  })
})

describe('a date', () => {
  const field = () => sample('DateField').getByRole('combobox', { name: 'Mulai' })

  test.each([
    ['16/12', '2024-12-16'],
    ['besok', '2024-12-17'],
    ['+3', '2024-12-19'],
    ['senin', '2024-12-23'],
    ['31/2', 'kosong'],
  ])('“%s” is %s', async (text, date) => {
    await field().fill(text)
    await output('DateField').toBe(date)
  })

  test('is chosen from the month that F4 opens', async () => {
    await field().fill('20/12')
    await press('F4')
    await page.getByRole('dialog').locator(':focus').waitFor()
    await press('ArrowRight', 'Enter')
    await output('DateField').toBe('2024-12-21')
    await focused(field())
  })
})

test('a NIK field takes digits only and names their groups', async () => {
  const field = sample('NikLens').getByRole('textbox', { name: 'NIK', exact: true })
  await field.fill('36.71-05 520590 0001')
  await output('NikLens').toBe('3671055205900001')
  expect(await sample('NikLens').innerText()).toContain('Banten')
})

test('an exception line is saved with Enter, also empty, and names what it cannot read', async () => {
  const line = sample('ExceptionLine').getByRole('textbox', { name: 'Kehadiran hari ke-9' })
  await line.focus()
  await page.keyboard.type('3s 7i')
  await press('Enter')
  await output('ExceptionLine').toBe('disimpan “3s 7i”')
  await line.fill('17a')
  expect(await line.getAttribute('aria-invalid')).toBe('true')
  await expect.poll(() => page.getByText('Nomor 17 tidak ada').first().isVisible()).toBe(true)
  await line.fill('')
  await press('Enter')
  await output('ExceptionLine').toBe('disimpan “”')
})

describe('a grid of letters', () => {
  const name = 'KeyGrid of letters'
  const start = () => sample(name).locator('[data-cell="0:1"]')

  test('writes with one key, moves down, and keeps a locked cell unchanged', async () => {
    await start().click()
    await press('a')
    await output(name).toBe('type: 1.2=A')
    await press('s')
    await output(name).toBe('type: 2.2=S')
    await press('ArrowRight', 'h')
    await output(name).toBe('type:')
    expect(await sample(name).locator('[data-cell="2:2"]').innerText()).toBe('')
  })

  test('fills, clears and copies the selection', async () => {
    await start().click()
    await press('Shift+ArrowDown', 'i')
    await output(name).toMatch(/1\.2=I 2\.2=I/)
    await start().click()
    await press('Shift+ArrowDown', 'Control+c')
    expect((await page.evaluate(() => navigator.clipboard.readText())).trim().split(/\r?\n/)).toEqual(['I', 'I'])
    await press('Delete')
    await output(name).toBe('clear: 1.2= 2.2=')
  })
})

test('a grid of texts opens an editor when typing; Enter goes down, Tab right, Esc keeps the old value', async () => {
  const name = 'KeyGrid of texts'
  await sample(name).locator('[data-cell="0:0"]').click()
  await page.keyboard.type('78')
  await press('Enter')
  await output(name).toBe('type: 1.theory=78')
  await page.keyboard.type('80')
  await press('Tab')
  await output(name).toBe('type: 2.theory=80')
  await page.keyboard.type('9')
  await press('Escape')
  await output(name).toBe('type: 2.theory=80')
})

test('a heat board moves by cell and by group, and opens the cell of the cursor', async () => {
  await sample('HeatBoard').locator('[data-heat="0:0"]').focus()
  await press('ArrowDown', 'ArrowRight', 'Enter')
  await output('HeatBoard').toBe('a2, Karawaci 2: 0 orang')
  await press('Control+ArrowRight', 'Enter')
  await output('HeatBoard').toMatch(/^a2, Cipondoh 1/)
})

describe('a table', () => {
  test('opens with a click, and sorts by a column head', async () => {
    const table = sample('DataTable')
    await table.getByText('R. Rias 1').click()
    await output('DataTable').toMatch(/^dibuka R\. Rias 1/)
    await table.getByRole('button', { name: 'Kapasitas' }).click()
    await expect.poll(() => table.innerText()).toMatch(/Dapur[\s\S]*R\. Rias 1[\s\S]*Aula/)
  })

  test('without rows says what to do', async () => {
    expect(await sample('DataTable without rows').innerText()).toContain('Belum ada ruang.')
  })
})

test('a paper is previewed, then printed with Enter; Esc closes it and returns the focus', async () => {
  const opener = page.getByRole('button', { name: 'Buka pratinjau' })
  await opener.focus()
  await press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.locator('canvas').first().waitFor()
  const print = dialog.getByRole('button', { name: 'Cetak' })
  await expect.poll(() => print.getAttribute('aria-disabled')).not.toBe('true')
  await press('Enter')
  await output('PaperPreview').toBe('dicetak 1')
  await press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await focused(opener)
})

describe('a message', () => {
  const message = () => page.locator('[data-toast]')

  test('is one at a time; the pointer or the focus stops its clock', async () => {
    await page.getByRole('button', { name: 'Beri tahu', exact: true }).click()
    await message().hover()
    await page.waitForTimeout(900)
    expect(await message().count()).toBe(1)
    await page.mouse.move(0, 0)
    await message().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Beri tahu', exact: true }).click()
    await message().getByRole('button', { name: 'Urungkan' }).focus()
    await page.waitForTimeout(900)
    await press('Enter')
    await output('Pesan').toBe('diurungkan 1')
    await page.getByRole('button', { name: 'Beri tahu', exact: true }).click()
    await page.getByRole('button', { name: 'Beri tahu lagi' }).click()
    expect(await message().allInnerTexts()).toEqual(['Yang kedua.'])
  })

  test.each(['Buka laci', 'Buka dialog'])(
    'in a window stands in its foot at the left and covers nothing: %s',
    async name => {
      for (const [width, height] of [
        [1024, 560],
        [1280, 720],
        [1366, 768],
        [1920, 1080],
      ] as const) {
        await page.setViewportSize({ width, height })
        await page.getByRole('button', { name }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByRole('button', { name: 'Isi semua' }).click()
        await message().waitFor()
        const found = await dialog.evaluate(top => {
          const box = top.querySelector('[data-toast]')?.getBoundingClientRect()
          const primary = top.querySelector('[data-tone=primary]')
          const foot = top.querySelector('[data-toast]')?.parentElement
          if (!box || !primary || !foot?.contains(primary)) return ['not in the foot']
          const others = [...foot.querySelectorAll('button')].filter(one => !one.closest('[data-toast]'))
          const style = getComputedStyle(foot)
          return [
            ...others
              .map(one => one.getBoundingClientRect())
              .filter(at => at.left < box.right && at.right > box.left && at.top < box.bottom && at.bottom > box.top)
              .map(() => 'covers a button'),
            box.left - foot.getBoundingClientRect().left > Number.parseFloat(style.paddingLeft) + 1 &&
              'not at the left',
            (box.bottom > innerHeight || box.right > innerWidth) && 'outside of the window',
          ].filter(Boolean)
        })
        expect(found, `${width} × ${height}`).toEqual([])
        await press('Escape')
        await dialog.waitFor({ state: 'detached' })
      }
      await page.setViewportSize({ width: 1366, height: 900 })
    },
  )
})
