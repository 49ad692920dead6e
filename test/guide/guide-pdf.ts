import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser } from 'playwright-core'
import { readGuide, type WrittenPage } from '../../build/guide/read-guide.ts'
import { readTerms } from '../../build/guide/read-terms.ts'
import {
  type GuideBlock,
  type GuidePicture,
  type GuideText,
  guideChapters,
} from '../../renderer/app/guide/guide-book.ts'

const root = join(import.meta.dirname, '../..')

/**
 * The whole guide with contents, tags and bookmarks. Chromium lays it out twice, because the page numbers of the contents are known only
 * after the first time.
 */
export async function drawGuidePdf(browser: Browser): Promise<Buffer> {
  const pages = readGuide(root)
  const first = await print(browser, htmlOf(pages, new Map()))
  return print(browser, htmlOf(pages, await pageNumbers(first)))
}

async function print(browser: Browser, html: string): Promise<Buffer> {
  const page = await browser.newPage()
  try {
    await page.setContent(html, { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready)
    return await page.pdf({
      format: 'A4',
      tagged: true,
      outline: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<div style="width:100%;font:8px sans-serif;text-align:center;color:#485b61"><span class="pageNumber"></span></div>',
      margin: { top: '18mm', bottom: '18mm', left: '20mm', right: '20mm' },
    })
  } finally {
    await page.close()
  }
}

/** Title → page number, from the bookmarks. */
async function pageNumbers(bytes: Buffer): Promise<Map<string, number>> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await loading.promise
  const numbers = new Map<string, number>()
  type Entry = Awaited<ReturnType<typeof document.getOutline>>[number]
  const read = async (entries: readonly Entry[]): Promise<void> => {
    for (const { title, dest, items } of entries) {
      const target = typeof dest === 'string' ? await document.getDestination(dest) : dest
      if (target) numbers.set(title, (await document.getPageIndex(target[0])) + 1)
      await read(items)
    }
  }
  await read((await document.getOutline()) ?? [])
  await loading.destroy()
  return numbers
}

function htmlOf(pages: readonly WrittenPage[], numbers: ReadonlyMap<string, number>): string {
  const filled = guideChapters.map(chapter => ({ ...chapter, pages: pages.filter(page => page.kind === chapter.kind) }))
  const line = (id: string, title: string, level: string) =>
    `<li class="${level}"><a href="#${id}"><span>${escaped(title)}</span><span>${numbers.get(title) ?? ''}</span></a></li>`
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Panduan Balai</title><style>${style()}</style></head><body>
<header><p class="mark">Balai</p><p class="name">Panduan untuk petugas</p></header>
<nav aria-label="Daftar isi"><h1>Daftar isi</h1><ul>${filled
    .map(
      ({ kind, title, pages: own }) =>
        line(kind, title, 'chapter') + own.map(page => line(page.id, page.title, 'page')).join(''),
    )
    .join('')}${line('kata', 'Kata-kata di Balai', 'chapter')}</ul></nav>
${filled.map(({ kind, title, pages: own }) => `<h1 id="${kind}">${title}</h1>${own.map(pageHtml).join('')}`).join('')}
<h1 id="kata">Kata-kata di Balai</h1><dl>${readTerms(root)
    .map(({ label, meaning }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(meaning)}</dd></div>`)
    .join('')}</dl></body></html>`
}

function pageHtml({ id, title, role, blocks }: WrittenPage): string {
  return `<section><h2 id="${id}">${escaped(title)}</h2>${role === '' ? '' : `<p class="role">${escaped(role)}</p>`}${blocks.map(blockHtml).join('')}</section>`
}

function blockHtml(block: GuideBlock): string {
  if (block.kind === 'heading') return `<h3>${escaped(block.text)}</h3>`
  if (block.kind === 'paragraph') return `<p>${words(block.text)}</p>`
  if (block.kind === 'bullets')
    return `<ul class="bullets">${block.items.map(item => `<li>${words(item)}</li>`).join('')}</ul>`
  return `<ol>${block.steps.map(step => `<li>${words(step.text)}${step.picture ? pictureHtml(step.picture) : ''}</li>`).join('')}</ol>`
}

function pictureHtml({ file, alt }: GuidePicture): string {
  const path = join(root, 'guide/gambar', file)
  if (!existsSync(path)) return ''
  return `<img src="data:image/webp;base64,${readFileSync(path, 'base64')}" alt="${escaped(alt)}">`
}

function words(parts: readonly GuideText[]): string {
  return parts
    .map(part => {
      const text = escaped(part.text)
      if (part.kind === 'label') return `<strong>${text}</strong>`
      if (part.kind === 'keys') return `<kbd>${text}</kbd>`
      if (part.kind === 'stress') return `<em>${text}</em>`
      return part.kind === 'link' ? `<a href="#${part.page}">${text}</a>` : text
    })
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function style(): string {
  const face = (file: string, slant: string) =>
    `@font-face{font-family:Plex;font-style:${slant};font-weight:100 700;src:url(data:font/woff2;base64,${readFileSync(join(root, 'node_modules/@fontsource-variable/ibm-plex-sans/files', file), 'base64')}) format('woff2')}`
  return `${face('ibm-plex-sans-latin-wght-normal.woff2', 'normal')}${face('ibm-plex-sans-latin-wght-italic.woff2', 'italic')}
body{font:10.5pt/1.5 Plex,sans-serif;color:#14262b}
header{height:180mm;display:flex;flex-direction:column;justify-content:center}
.mark{margin:0;font-size:34pt;font-weight:600;color:#0b4f5c}.name{margin:0;font-size:16pt}
nav{break-before:page}nav ul{padding:0;list-style:none;columns:2;column-gap:10mm;font-size:9pt;line-height:1.45}nav li{break-inside:avoid}nav a{gap:3mm}nav a{display:flex;justify-content:space-between;color:inherit;text-decoration:none}
.chapter{margin-top:3mm;font-weight:600;break-after:avoid}.page{padding-left:4mm}
h1{font-size:20pt;line-height:1.2;color:#0b4f5c;break-before:page}nav h1{break-before:auto}
h2{margin:9mm 0 1mm;font-size:14pt;line-height:1.25;break-after:avoid}h3{margin:3mm 0 1mm;font-size:11pt;break-after:avoid}
p{margin:1.5mm 0}.role{color:#485b61;font-size:9pt}.role,h2+p,.role+p{break-after:avoid}ol{margin:2mm 0;padding-left:6mm}li{margin:1mm 0;break-inside:avoid}
.bullets{padding-left:5mm}kbd{padding:0 1.2mm;border:.3mm solid #c6d0cf;border-radius:1mm;font:inherit;font-size:9pt}
img{display:block;max-width:100%;max-height:75mm;margin:2mm 0;border:.3mm solid #dce3e2;border-radius:2mm;break-inside:avoid}
dl{columns:2;column-gap:10mm}dl>div{break-inside:avoid}dt{margin-top:2mm;font-weight:600}dd{margin:0}a{color:#0b4f5c}`
}
