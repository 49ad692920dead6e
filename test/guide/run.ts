// `npm run guide [-- TASK…] [--pdf FILE]`: walks the tasks of the guide in Chromium by keys, as they are written, and takes their pictures.
// Fails when a step cannot be done or a label is not on the screen. Without a task all of them, then the PDF and the page in docs.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildAll } from '../../build/build.ts'
import { readGuide } from '../../build/guide/read-guide.ts'
import { memoryFolder } from '../../build/memory-folder.ts'
import { bringsItsOwn, unpackChromium } from '../e2e/browser.ts'
import { GuideCentres } from './guide-centres.ts'
import { walkInProgram } from './guide-program.ts'
import { isStale, pictureFolder } from './kept-pictures.ts'

const root = join(import.meta.dirname, '../..')
const { positionals: wanted } = parseArgs({ allowPositionals: true, options: {} })
const tasks = readGuide(root).filter(page => page.steps.length > 0)
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
const centres = new GuideCentres()
let failed = 0
let changed = 0
mkdirSync(pictureFolder, { recursive: true })
try {
  for (const task of tasks.filter(one => wanted.length === 0 || wanted.includes(one.id))) {
    const began = performance.now()
    try {
      const pictures = await walkInProgram(task, centres)
      for (const [file, bytes] of pictures) {
        if (!(await isStale(file, bytes))) continue
        writeFileSync(join(pictureFolder, file), bytes)
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
process.stdout.write(`${changed} pictures written, ${failed} tasks failed\n`)
process.exit(failed === 0 ? 0 : 1)
