import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settle } from '../../e2e/patient-keyboard.ts'
import { type Program, startProgram } from '../../e2e/program.ts'
import { threeCohorts } from '../../e2e/three-cohorts.ts'
import { busyOffice, issuedClass, officeDay, runningClass } from './form-centres.ts'
import { screens } from './screens.ts'

const sizes = [
  [1920, 1080],
  [1366, 768],
  [1280, 720],
  [1024, 560],
] as const
const longMessage =
  'Kehadiran hari ke-3 s.d. 12 Pelatihan Tata Rias Pengantin terisi: 3 sakit, 7 izin, 2 alpa, sisanya hadir.'

let program: Program
afterAll(() => program?.close())

async function open(path: string): Promise<void> {
  const { page } = program
  const [width, height] = sizes[0]
  await page.setViewportSize({ width, height })
  // The same page with another search keeps its focus, which is lost with what it stood on.
  const here = (await page.evaluate(() => location.hash)).slice(1)
  if (here !== '/' && here.split('?')[0] === path.split('?')[0]) await open('/')
  await page.evaluate(to => {
    location.hash = to
  }, path)
  await page.waitForFunction(to => location.hash.startsWith(`#${to}`) && document.activeElement?.closest('main'), path)
  await page.waitForFunction(() => !document.querySelector('[role=status][aria-label="Sedang membaca"]'))
  // A part of the page may be read after that, and bring its own acts.
  await settle(page)
}

/** Texts of the acts in the head, and of those among them that are primary. "Lainnya" does not count. */
const acts = () =>
  program.page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('[data-acts] button[data-tone]')].filter(act =>
      act.checkVisibility(),
    )
    return {
      all: shown.map(act => act.innerText),
      primary: shown.filter(act => act.dataset.tone === 'primary').map(act => act.innerText),
    }
  })

/** Switches in the head that are not as high as the buttons beside them. */
const otherHeights = () =>
  program.page.evaluate(() => {
    const heightOf = (one: Element) => Math.round(one.getBoundingClientRect().height)
    const buttons = new Set([...document.querySelectorAll('[data-acts] button[data-tone]')].map(heightOf))
    // A head without buttons: the height that they have elsewhere.
    if (buttons.size === 0) buttons.add(34)
    return [...document.querySelectorAll('[data-acts] [role=radiogroup]')]
      .map(heightOf)
      .filter(one => !buttons.has(one))
  })

/** Elements with the colour of today that are not of today, not of the present place, and no count of what waits. */
const colouredWithoutReason = () =>
  program.page.evaluate(() => {
    const ofToday =
      '[class*=today i], [class*=_now_], [data-today], [data-now], [data-kind=now], [data-state^=today], [aria-current], nav [class*=_count_], [class*=_practice_]'
    const probe = document.body.appendChild(document.createElement('i'))
    const colours = ['', '-edge', '-line', '-wash'].map(name => {
      probe.style.color = `var(--kunyit${name})`
      return getComputedStyle(probe).color
    })
    probe.remove()
    const isColoured = (element: Element, pseudo?: string) => {
      const style = getComputedStyle(element, pseudo)
      if (pseudo && style.content === 'none') return false
      const borders = (['Top', 'Right', 'Bottom', 'Left'] as const).filter(
        side => Number.parseFloat(style[`border${side}Width`]) > 0,
      )
      const seen = [
        style.backgroundColor,
        style.backgroundImage,
        style.color,
        style.fill,
        style.stroke,
        style.boxShadow,
        ...borders.map(side => style[`border${side}Color`]),
      ].join(' ')
      return colours.some(colour => seen.includes(colour))
    }
    const words = /hari ini|hari ke-|\d+ belum|menunggu|menurut jadwal/i
    return [...document.querySelectorAll('body *')]
      .filter(one => one.checkVisibility() && [undefined, '::before', '::after'].some(part => isColoured(one, part)))
      .filter(one => !one.closest(ofToday) || (one.matches('[class*=_badge_]') && !words.test(one.textContent ?? '')))
      .map(one => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 40)}`)
  })

/** Shows a message on the page, as a key does that cannot do anything, and gives it a long text. */
async function showMessage(): Promise<void> {
  const { page } = program
  // In a field with text Ctrl Z would undo typing.
  await page.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus())
  await page.keyboard.press('Control+z')
  await page.locator('[data-toast]').waitFor()
}

/** What the message covers or does not fit beside, and whether it moved the page. */
const troubleOfMessage = (text: string, bodyTop: number | undefined) =>
  program.page.evaluate(
    ([words, top]) => {
      const message = document.querySelector<HTMLElement>('[data-toast]')
      const place = message?.querySelector('[title]')
      if (!message || !place) return ['no message']
      place.textContent = words
      const box = message.getBoundingClientRect()
      const title = document.querySelector('header h1')?.getBoundingClientRect()
      const isSeen = (one: Element) => one.checkVisibility({ visibilityProperty: true })
      const covers = [...document.querySelectorAll('body *')].filter(other => {
        if (other.contains(message) || message.contains(other) || !isSeen(other)) return false
        const at = other.getBoundingClientRect()
        const meets = at.left < box.right + 8 && at.right > box.left && at.top < box.bottom && at.bottom > box.top
        return at.width > 0 && at.height > 0 && meets
      })
      return [
        ...covers.map(other => `covers ${other.tagName} ${other.textContent?.slice(0, 30)}`),
        !message.closest('header') && 'not in the head',
        title && Math.abs(title.y + title.height / 2 - box.y - box.height / 2) > 4 && 'not beside the title',
        Math.round(box.height) !== 34 && `${box.height} high`,
        box.width < 260 && `only ${box.width} wide`,
        document.querySelector('[data-page-body]')?.getBoundingClientRect().top !== top && 'moves the page',
      ].filter(Boolean)
    },
    [text, bodyTop] as const,
  )

const bodyTop = () =>
  program.page.evaluate(() => document.querySelector('[data-page-body]')?.getBoundingClientRect().top)

/** Names that wrap, lists and grids that scroll sideways, and result lines or sums that scroll away. */
const troubleOfTables = () =>
  program.page.evaluate(() => {
    const text = (one: Element) => one.textContent?.slice(0, 40)
    const firstText = (one: Node): Node | undefined =>
      one instanceof Text ? one : [...one.childNodes].map(firstText).find(node => node !== undefined)
    const lines = (one: Element) => {
      const range = document.createRange()
      const words = firstText(one)
      if (words) range.selectNodeContents(words)
      return new Set([...range.getClientRects()].map(box => Math.round(box.bottom))).size
    }
    const trouble = [...document.querySelectorAll('th[scope=row][class*=_name_]')]
      .filter(name => name.checkVisibility() && lines(name) > 1)
      .map(name => `a name wraps: ${text(name)}`)
    const wide = [
      ...document.querySelectorAll(
        'main [role=grid], main table:has([data-head]), main section[class*=_scroll_] > table',
      ),
    ].filter(({ parentElement: frame }) => frame && frame.scrollWidth > frame.clientWidth)
    trouble.push(...wide.map(list => `scrolls sideways: ${list.getAttribute('aria-label')}`))
    const boxes = (selector: string) =>
      [...document.querySelectorAll(selector)].map(one => ({ one, box: one.getBoundingClientRect() }))
    for (const { one, box } of boxes('[class*=_marks_] > *')) {
      const day = one.parentElement?.getBoundingClientRect()
      if (day && (box.left < day.left - 1 || box.right > day.right + 1)) trouble.push(`outside its day: ${text(one)}`)
    }
    for (const { one, box } of boxes('dl[class*=_facts_] > dt')) {
      const value = one.nextElementSibling?.getBoundingClientRect()
      if (value && (value.left < box.right || Math.abs(value.top - box.top) > 4))
        trouble.push(`not beside its value: ${text(one)}`)
    }
    const dots = boxes('[data-strip]')
    for (const { one, box } of boxes('[class*=_strip_] > [class*=_words_]'))
      for (const { box: dot } of dots)
        if (
          box.left < dot.right - 3 &&
          box.right > dot.left + 3 &&
          box.top < dot.bottom - 3 &&
          box.bottom > dot.top + 3
        )
          trouble.push(`covers a score: ${text(one)}`)
    const title = document.querySelector('header h1')
    if (title && innerWidth >= 1280 && title.scrollWidth > title.clientWidth) trouble.push('the title is cut')
    if (title && title.clientWidth < Math.min(160, title.scrollWidth)) trouble.push('the title is not readable')
    for (const scroller of document.querySelectorAll('main *')) if (scroller.scrollTop === 0) scroller.scrollTo(0, 9999)
    for (const stays of document.querySelectorAll('[class*=_main_] > [data-result], tr[class*=_sum_] > td')) {
      const box = stays.getBoundingClientRect()
      if (box.top < 0 || box.bottom > innerHeight) trouble.push(`scrolled away: ${text(stays)}`)
      if (getComputedStyle(stays).boxShadow !== 'none') trouble.push(`has a shadow: ${text(stays)}`)
    }
    for (const scroller of document.querySelectorAll('main *')) scroller.scrollTo(0, 0)
    return trouble
  })

function rulesOf(path: string): void {
  it(`${path} keeps the rules of a page`, { timeout: 60_000 }, async () => {
    await open(path)
    const { all, primary } = await acts()
    expect(all.length, `acts in the head: ${all}`).toBeLessThanOrEqual(3)
    expect(primary.length, `primary acts: ${primary}`).toBeLessThanOrEqual(1)
    expect(await otherHeights(), 'heights of switches').toEqual([])
    expect(await colouredWithoutReason()).toEqual([])
    for (const [width, height] of sizes) {
      await program.page.setViewportSize({ width, height })
      const top = await bodyTop()
      await showMessage()
      expect(await troubleOfMessage(longMessage, top), `message at ${width} × ${height}`).toEqual([])
      expect((await acts()).primary, 'the primary act stays').toEqual(primary)
      await program.page.getByRole('button', { name: 'Tutup pesan' }).click()
      expect(await troubleOfTables(), `tables at ${width} × ${height}`).toEqual([])
    }
  })
}

describe('three classes of one year', () => {
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: threeCohorts })
  })
  for (const [path] of screens) rulesOf(path)
})

describe('an office at work', () => {
  beforeAll(async () => {
    await program.close()
    program = await startProgram(officeDay, { centre: busyOffice })
  })
  for (const code of [issuedClass, runningClass])
    for (const tab of [
      '',
      '/jadwal',
      '/peserta',
      '/kehadiran',
      '/kehadiran?bagian=instruktur',
      '/nilai',
      '/kelulusan',
      '/uji-bnsp',
      '/sertifikat',
      '/berkas',
      '/berkas/perlengkapan',
      '/berkas/perlengkapan?bagian=rab',
    ])
      rulesOf(`/angkatan/${code}${tab}`)
  for (const path of [
    '/',
    '/angkatan',
    '/kegiatan',
    '/kegiatan/1',
    '/kegiatan/papan',
    '/instruktur',
    '/seleksi/1',
    '/seleksi/1/peringkat',
  ])
    rulesOf(path)
})
