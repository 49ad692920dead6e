// `npm run guide [-- TASK…] [--pdf FILE] [--pdf-only]`: walks the tasks of the guide in Chromium by keys, as they are written, and takes
// their pictures. Fails when a step cannot be done or a label is not on the screen. Without TASK it walks all tasks, then writes the page
// in docs and the PDF (dist/panduan-balai.pdf by default).
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildAll } from '../../build/build.ts'
import { guideIndex } from '../../build/guide/guide-index.ts'
import { memoryFolder } from '../../build/memory-folder.ts'
import { outliveBrokenDownloads } from '../../electron/browser-host/broken-download.ts'
import { bringsItsOwn, browserWith, unpackChromium } from '../e2e/browser.ts'
import { GuideCentres } from './guide-centres.ts'
import { drawGuidePdf } from './guide-pdf.ts'
import { walkInProgram } from './guide-program.ts'
import { isStale, pictureFolder } from './kept-pictures.ts'
import { allWalks } from './readme-walk.ts'

const root = join(import.meta.dirname, '../..')
const { positionals: wanted, values } = parseArgs({
  allowPositionals: true,
  options: { pdf: { type: 'string' }, 'pdf-only': { type: 'boolean', default: false } },
})
const tasks = allWalks(root)
const unknown = wanted.filter(id => !tasks.some(task => task.id === id))
if (unknown.length > 0) {
  process.stderr.write(
    `No task is called ${unknown.join(', ')}. There are:\n${tasks.map(task => `  ${task.id}\n`).join('')}`,
  )
  process.exit(2)
}
await buildAll()
if (bringsItsOwn) await unpackChromium()
process.env.BALAI_DISK_TMPDIR = process.env.TMPDIR ?? '/tmp'
process.env.TMPDIR = memoryFolder() ?? process.env.TMPDIR
outliveBrokenDownloads()
const isWhole = wanted.length === 0
const centres = new GuideCentres()
let failed = 0
let changed = 0
try {
  for (const task of values['pdf-only'] ? [] : tasks.filter(one => isWhole || wanted.includes(one.id))) {
    const began = performance.now()
    try {
      const pictures = await walkInProgram(task, centres)
      for (const [file, bytes] of pictures) {
        if (!(await isStale(task, file, bytes))) continue
        mkdirSync(pictureFolder(task), { recursive: true })
        writeFileSync(join(pictureFolder(task), file), bytes)
        changed++
      }
      process.stdout.write(`✓ ${task.id} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`)
    } catch (error) {
      failed++
      process.stdout.write(`✗ ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
} finally {
  centres.remove()
}
if (isWhole) writeFileSync(join(root, 'docs/panduan.md'), guideIndex(root))
if (isWhole || values.pdf !== undefined) {
  const file = values.pdf ?? join(root, 'dist/panduan-balai.pdf')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await drawGuidePdf(await browserWith()))
  process.stdout.write(`${file}\n`)
}
process.stdout.write(`${changed} pictures written, ${failed} tasks failed\n`)
process.exit(failed === 0 ? 0 : 1)
