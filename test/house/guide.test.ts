import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guideIndex } from '../../build/guide/guide-index.ts'
import { errorTextsOf } from '../../build/guide/guide-plugin.ts'
import { readGuide, readPage } from '../../build/guide/read-guide.ts'
import { readTerms } from '../../build/guide/read-terms.ts'
import { otherErrors } from '../../renderer/app/error-message.ts'
import { type GuideText, plainText } from '../../renderer/app/guide/guide-book.ts'
import { searchBook } from '../../renderer/app/guide/guide-search.ts'
import { domainErrorCodes } from '../../shared/domain-error.ts'
import { errorsWithoutPage } from './errors-without-page.ts'
import { root, sources, textOf } from './sources.ts'

const pages = readGuide(root)
const ids = new Set(pages.map(page => page.id))

const textsOf = (page: (typeof pages)[number]): GuideText[][] =>
  page.blocks.flatMap(block => {
    if (block.kind === 'steps') return block.steps.map(step => step.text)
    if (block.kind === 'bullets') return block.items
    return block.kind === 'paragraph' ? [block.text] : []
  })

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.?!:])\s+/)
    .map(one => one.trim())
    .filter(Boolean)
}

describe('each page of the guide', () => {
  it('has its own id', () => expect(ids.size).toBe(pages.length))

  it('links only to existing pages', () => {
    const links = pages.flatMap(page => [
      ...page.related,
      ...textsOf(page).flatMap(text => text.flatMap(part => (part.kind === 'link' ? [part.page] : []))),
    ])
    expect(links.filter(id => !ids.has(id))).toEqual([])
  })

  it('belongs to existing screens', () => {
    const routes = [
      ...sources
        .filter(file => file.startsWith('renderer/features/'))
        .map(textOf)
        .join('\n')
        .matchAll(/(?:path: |pageRoute\(\s*)'(\/[^']*)'/g),
    ].map(match => (match[1] ?? '').replace(/\$\w+/g, '*'))
    // Tabs of a class and of the settings come from lists, so they are not declared as routes.
    const known = (screen: string) =>
      routes.includes(screen) || /^\/(seleksi|kehadiran\/pindaian|(angkatan\/\*|pengaturan)\/[\w-]+)$/.test(screen)
    expect(pages.flatMap(page => page.screens.filter(screen => !known(screen)))).toEqual([])
  })

  it('covers each error, or the error is listed as needing no page', () => {
    const helped = pages.flatMap(page => page.errors)
    const without: string[] = Object.values(errorsWithoutPage).flat()
    const known = [...domainErrorCodes, ...otherErrors]
    expect({
      unknown: [...helped, ...without].filter(code => !known.includes(code as (typeof known)[number])),
      neither: known.filter(code => !helped.includes(code) && !without.includes(code)),
      both: without.filter(code => helped.includes(code)),
      twice: helped.filter((code, at) => helped.indexOf(code) !== at),
    }).toEqual({ unknown: [], neither: [], both: [], twice: [] })
    expect(errorTextsOf(['nik_taken'])).toEqual(['NIK ini milik …, sudah terdaftar.'])
  })

  it('explains each of the 25 messages on one page, found by its number', () => {
    const numbers = Array.from({ length: 25 }, (_, at) => `M${String(at + 1).padStart(2, '0')}`)
    expect(pages.flatMap(page => page.messages).toSorted()).toEqual(numbers)
    const book = { pages: pages.map(page => ({ ...page, errorTexts: [] })), terms: [], pictures: {} }
    expect(searchBook(book, 'm11').pages.map(page => page.id)).toEqual(['pc-utama-putus'])
    expect(searchBook(book, 'village_has_aid').pages[0]?.id).toBe('modal-kerja')
  })

  it('names labels outside of steps as the program writes them', () => {
    const program = sources.map(textOf).join('\n').replace(/\s+/g, ' ')
    const outside = pages.flatMap(page =>
      page.blocks.flatMap(block => {
        const texts = block.kind === 'paragraph' ? [block.text] : block.kind === 'bullets' ? block.items : []
        return texts.flat().flatMap(part => (part.kind === 'label' ? [{ page: page.id, label: part.text }] : []))
      }),
    )
    expect(outside.length).toBeGreaterThan(60)
    expect(outside.filter(({ label }) => !program.includes(label))).toEqual([])
  })

  it('has a walk for every step', () => {
    const tasks = pages.filter(page => page.kind === 'task')
    expect(tasks.filter(page => page.start === null).map(page => page.id)).toEqual([])
    expect(
      tasks.flatMap(page =>
        page.steps.filter(step => step.walk.length === 0).map(step => `${page.id}: ${plainText(step.text)}`),
      ),
    ).toEqual([])
  })

  it('shows existing pictures, and no unused ones exist', () => {
    const shown = pages.flatMap(page => page.steps.flatMap(step => step.picture?.file ?? []))
    const kept = globSync('guide/gambar/*', { cwd: root }).map(file => file.replace(/^.*[\\/]/, ''))
    expect(kept.toSorted()).toEqual(shown.toSorted())
    const bytes = shown.reduce((sum, file) => sum + statSync(join(root, 'guide/gambar', file)).size, 0)
    expect(bytes).toBeLessThan(6_000_000)
    expect(
      pages.flatMap(page => page.steps.filter(step => step.picture && step.picture.alt === '').map(() => page.id)),
    ).toEqual([])
  })

  it('is written in short sentences', () => {
    const long = pages.flatMap(page => {
      const sentences = textsOf(page).flatMap(text => sentencesOf(plainText(text)))
      const words = sentences.map(sentence => sentence.split(/\s+/).length)
      const average = words.reduce((sum, count) => sum + count, 0) / Math.max(1, words.length)
      return [
        ...(average > 20 ? [`${page.id}: ${average.toFixed(1)} words on average`] : []),
        ...sentences.filter(sentence => sentence.split(/\s+/).length > 30),
      ]
    })
    expect(long).toEqual([])
  })
})

it('the page of docs names every page; `npm run guide` writes it', () => {
  expect(readFileSync(join(root, 'docs/panduan.md'), 'utf8')).toBe(guideIndex(root))
})

describe('a page with a mistake', () => {
  const page =
    (body: string, front = 'judul: X\njenis: tugas') =>
    () =>
      readPage('10-x.md', `---\n${front}\n---\n\n${body}\n`)
  it.each([
    [
      'HTML',
      page('1. a\n   <!--\n   press Enter\n   -->\n\n<script>alert(1)</script>'),
      /guide\/10-x\.md: the guide has no html/,
    ],
    ['HTML in a sentence', page('1. a <b>b</b>\n   <!--\n   press Enter\n   -->'), /no html in a sentence/],
    ['an unknown line of front matter', page('1. a', 'judul: X\njenis: tugas\nmagic: 1'), /magic: 1/],
    ['no title', page('1. a', 'jenis: tugas'), /judul is missing/],
    ['a task without steps', page('Hanya teks.'), /numbered steps/],
  ])('%s is refused with the name of the file', (_, read, words) => expect(read).toThrow(words))
})

it('each word of the glossary has a line for staff', () => {
  const terms = readTerms(root)
  expect(terms.length).toBeGreaterThan(60)
  expect(
    terms.filter(({ meaning }) => meaning === '' || sentencesOf(meaning).length > 2).map(term => term.label),
  ).toEqual([])
  const rows = readFileSync(join(root, 'docs/glossary.md'), 'utf8').match(/^\|/gm)?.length ?? 0
  expect(terms.length).toBe(rows - 2)
  expect(existsSync(join(root, 'guide'))).toBe(true)
})
