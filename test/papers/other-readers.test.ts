import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAlwaysA4, paperKeys } from '../../shared/facts/paper-key.ts'
import { everyPaper } from './every-paper.ts'
import { sampleFacts } from './samples/sample-facts.ts'

// Other tests read every paper with npm libraries. Where these programs are installed, they must agree.
const versionOf = (program: string, option: string) => {
  const { status, stdout, stderr } = spawnSync(program, [option], { encoding: 'utf8' })
  return status === null ? null : (/[\d.]+\d/.exec(stdout + stderr)?.[0] ?? '')
}
const pdfinfo = versionOf('pdfinfo', '-v')
const qpdf = versionOf('qpdf', '--version')
const says = (version: string | null) => version ?? 'not installed'

const folder = mkdtempSync(join(tmpdir(), 'balai-readers-'))
const fileOf = (key: string) => join(folder, `${key}.pdf`)
beforeAll(() => {
  console.info(`Papers are read by pdfjs-dist; in addition by pdfinfo: ${says(pdfinfo)}, qpdf: ${says(qpdf)}.`)
  if (pdfinfo === null && qpdf === null) return
  for (const key of paperKeys) writeFileSync(fileOf(key), everyPaper[key](sampleFacts(), 'F4').bytes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sides = { A4: '595.276 841.89', F4: '609.449 935.433' } as const

/** Runs a program on every paper in one shell, because starting processes takes most of the time. */
function onEveryPaper(program: string) {
  const loop = `for file in "$@"; do ${program} "$file" || exit 1; done`
  return spawnSync('sh', ['-c', loop, 'sh', ...paperKeys.map(fileOf)], { encoding: 'utf8' })
}

test.skipIf(pdfinfo === null)('pdfinfo reads every paper in its size without a complaint', () => {
  const { status, stdout, stderr } = onEveryPaper('pdfinfo')
  expect([status, stderr]).toEqual([0, ''])
  const sizes = [...stdout.matchAll(/Page size:\s+([\d.]+) x ([\d.]+) pts/g)].map(([, width, height]) =>
    [width, height].toSorted((a, b) => Number(a) - Number(b)).join(' '),
  )
  expect(sizes).toEqual(paperKeys.map(key => sides[isAlwaysA4(key) ? 'A4' : 'F4']))
})

test.skipIf(qpdf === null)('qpdf finds no error in any paper', () => {
  const { status, stdout, stderr } = onEveryPaper('qpdf --check')
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout.match(/No syntax or stream encoding errors found/g)).toHaveLength(paperKeys.length)
})
