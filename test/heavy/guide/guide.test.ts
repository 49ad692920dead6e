import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGuide, readPage, type WrittenPage } from '../../../build/guide/read-guide.ts'
import { bringsItsOwn, browserWith, unpackChromium } from '../../e2e/browser.ts'
import { pressOn } from '../../e2e/program.ts'
import { GuideCentres, guideToday } from '../../guide/guide-centres.ts'
import { drawGuidePdf } from '../../guide/guide-pdf.ts'
import { startGuideProgram, startOn, walkInProgram } from '../../guide/guide-program.ts'
import { isStale } from '../../guide/kept-pictures.ts'
import { allWalks, readmeId } from '../../guide/readme-walk.ts'
import { root } from '../../house/sources.ts'

const pages = readGuide(root)
const tasks = allWalks(root)
let centres: GuideCentres
beforeAll(async () => {
  if (bringsItsOwn) await unpackChromium()
  centres = new GuideCentres()
})
afterAll(() => centres.remove())

describe('each task works as written, by keys, and its pictures show the present screens', () => {
  it.each(tasks.map(task => [task.id, task] as const))('%s', async (_, task) => {
    const pictures = await walkInProgram(task, centres)
    const stale: string[] = []
    for (const [file, bytes] of pictures) if (await isStale(task, file, bytes)) stale.push(file)
    expect(stale, `older than the screen; \`npm run guide -- ${task.id}\` takes them anew`).toEqual([])
  })
})

describe('a step that cannot be done as written', () => {
  const broken = (step: string, walk: string) =>
    readPage(
      '99-rusak.md',
      `---\njudul: Rusak\njenis: tugas\nmulai: /peserta\n---\n\n1. ${step}\n   <!--\n   ${walk}\n   -->\n`,
    )
  it.each([
    [
      'a label that is not on the screen',
      'Pilih **Tombol yang tidak ada**.',
      'press Tab',
      /step 1.*not on the screen: Tombol yang tidak ada/,
    ],
    ['keys that are not pressed', 'Tekan `Alt B`.', 'press Tab', /named but not pressed: Alt B/],
    ['something that Tab does not reach', 'Pergi ke **Peserta**.', 'go "Tidak ada di sini"', /is not reached by Tab/],
    ['a step without a walk', 'Tekan saja.', '', /how it is walked/],
  ])('%s fails and names its place', async (_, step, walk, words) => {
    await expect(walkInProgram(broken(step, walk), centres)).rejects.toThrow(words)
  })
})

it('each task can be tried in the practice centre, and starts again with one key', async () => {
  const { page, close } = await startGuideProgram(await centres.copy('new'))
  // Each try fills a new centre, which blocks the page for a while on a busy machine.
  page.setDefaultTimeout(60_000)
  const pane = page.getByRole('complementary', { name: 'Panduan' })
  /** Finds the guide page by its title and tries its task, starting from an unrelated page. */
  async function tryOut(task: WrittenPage) {
    await page.evaluate(() => {
      location.hash = '/pengaturan/balai'
    })
    await page.keyboard.press('Control+F1')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(task.title)
    await page.keyboard.press('Enter')
    await pane.getByRole('heading', { name: task.title, level: 2 }).waitFor()
    await pressOn(pane.getByRole('button', { name: 'Coba di balai contoh' }))
    await page.getByRole('main').locator('strong', { hasText: 'LATIHAN' }).waitFor()
    await standsAt(task)
  }
  async function standsAt({ start }: WrittenPage) {
    const place = startOn(guideToday, start ?? '/')
    // The calendar redirects to a year.
    const isThere = (path: string) => path === place || path.startsWith(`${place}/`)
    await expect
      .poll(async () => isThere(await page.evaluate(() => location.hash.slice(1))), { timeout: 60_000, message: place })
      .toBe(true)
    await page.locator('main h1').first().waitFor()
    expect(await page.getByText(/tidak ditemukan/).count()).toBe(0)
  }
  try {
    for (const task of tasks.filter(one => one.id !== readmeId)) await tryOut(task)
    const ofClass = tasks.find(one => one.id === 'tutup-hari')
    if (!ofClass) throw new Error('the guide has no task of a class')
    await tryOut(ofClass)
    await page.evaluate(() => {
      location.hash = '/peserta'
    })
    await page.keyboard.press('Alt+0')
    await page.getByText('Balai contoh kembali seperti semula.').waitFor()
    await standsAt(ofClass)
  } finally {
    await close()
  }
})

it('the PDF of the whole guide has contents with pages, bookmarks, tags, and a language', async () => {
  const bytes = await drawGuidePdf(await browserWith())
  expect(bytes.length).toBeLessThan(12_000_000)
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await loading.promise
  const outline = await document.getOutline()
  const titles = outline.flatMap(entry => [entry.title, ...entry.items.map((item: { title: string }) => item.title)])
  expect(titles).toEqual(expect.arrayContaining(['Daftar isi', 'Tugas', ...pages.map(page => page.title)]))
  const { info } = await document.getMetadata()
  expect(info).toMatchObject({ Title: 'Panduan Balai', Language: 'id' })
  expect([...((await document.getMarkInfo()) as unknown as Map<string, boolean>)]).toContainEqual(['Marked', true])
  const tree = JSON.stringify(await (await document.getPage(document.numPages)).getStructTree())
  expect(tree).toContain('"role"')
  const contents = (await (await document.getPage(2)).getTextContent()).items
    .map(item => ('str' in item ? item.str : ''))
    .join(' ')
  const [first] = pages
  expect(contents).toMatch(new RegExp(`${first?.title} +\\d+`))
  await loading.destroy()
})
