import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { manyCertificates } from '../../../build/bench/certificates/content.ts'
import { DomainError } from '../../../electron/backend/domain-error.ts'
import { drawCertificates } from '../../../electron/backend/features/certificate-design/documents/certificate.ts'
import { piecesOf } from '../../../electron/backend/files/paper-pieces.ts'
import { PaperStore } from '../../../electron/backend/files/paper-store.ts'

let folder: string
let store: PaperStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balai-papers-'))
  store = new PaperStore(folder)
})
afterEach(() => rm(folder, { recursive: true }))

const drawn = manyCertificates(3).map(request => ({
  photo: request.photo ?? new Uint8Array(),
  pdf: drawCertificates([request], { palette: 'berwarna', logo: null }).bytes,
}))
const files = () =>
  readdirSync(join(folder, 'papers'), { recursive: true, withFileTypes: true }).filter(one => one.isFile())
const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    error => (error instanceof DomainError ? error.data : error),
  )

test('returns the same bytes, and stores shared parts once', async () => {
  const kept = await store.putAll(drawn.flatMap(({ photo, pdf }) => [photo, pdf]))
  const again = new PaperStore(folder)
  for (const [index, { photo, pdf }] of drawn.entries()) {
    expect(Buffer.compare(await again.get(kept[index * 2]?.sha256 ?? '', 'foto'), photo)).toBe(0)
    expect(Buffer.compare(await again.get(kept[index * 2 + 1]?.sha256 ?? '', 'lembar'), pdf)).toBe(0)
  }
  const sizes: number[] = []
  for await (const { name, size } of store.list()) {
    expect(name).toMatch(/^([0-9a-f]{2})\/\1[0-9a-f]{62}(\.parts)?$/)
    sizes.push(size)
  }
  // Two more papers of the class add a list and a photo each, but no font or frame again.
  expect(sizes.length).toBe(files().length)
  const alone = new PaperStore(join(folder, 'alone'))
  await alone.putAll([drawn[0]?.photo ?? new Uint8Array(), drawn[0]?.pdf ?? new Uint8Array()])
  const first: number[] = []
  for await (const { size } of alone.list()) first.push(size)
  expect(sizes.length).toBe(first.length + 4)
  const sum = (list: number[]) => list.reduce((total, size) => total + size, 0)
  const photos = (drawn[1]?.photo.length ?? 0) + (drawn[2]?.photo.length ?? 0)
  expect(sum(sizes) - sum(first) - photos).toBeLessThan(2 * 20_000)
})

test('splits any bytes and joins them again', () => {
  const word = fc.constantFrom(
    'stream\n',
    '\nendstream',
    '%PDF-1.7',
    ' obj <</Length1 9>>',
    '/Subtype /Form',
    'x'.repeat(1100),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), words => {
      const bytes = Buffer.from(`%PDF-1.7\n${words.join('')}`)
      const parted = piecesOf(bytes)
      if (!parted) return
      let used = 0
      const parts = parted.pieces.map(piece => {
        if (typeof piece !== 'number') return piece
        used += piece
        return parted.own.subarray(used - piece, used)
      })
      expect(Buffer.concat(parts).equals(bytes)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('names a lost or changed paper', async () => {
  const [{ sha256 } = { sha256: '' }] = await store.putAll([drawn[0]?.pdf ?? new Uint8Array()])
  const list = join(folder, 'papers', sha256.slice(0, 2), `${sha256}.parts`)
  const bytes = readFileSync(list)
  expect(await codeOf(store.get('0'.repeat(64), '500.15/1'))).toEqual({ code: 'paper_missing', paper: '500.15/1' })
  truncateSync(list, bytes.length - 40)
  expect(await codeOf(store.get(sha256, '500.15/1'))).toEqual({ code: 'paper_damaged', paper: '500.15/1' })
  writeFileSync(list, Buffer.concat([bytes.subarray(0, 60), Buffer.from('!'), bytes.subarray(61)]))
  expect(await codeOf(store.get(sha256, '500.15/1'))).toMatchObject({ paper: '500.15/1' })
  rmSync(list)
  expect(await codeOf(store.get(sha256, '500.15/1'))).toEqual({ code: 'paper_missing', paper: '500.15/1' })
})

test('does not reuse a damaged part for a new paper', async () => {
  const [first, second] = drawn
  if (!first || !second) throw new Error('there are three')
  await store.put(first.pdf)
  for (const one of files()) if (!one.name.endsWith('.parts')) writeFileSync(join(one.parentPath, one.name), 'rusak')
  const { sha256 } = await new PaperStore(folder).put(second.pdf)
  expect(Buffer.compare(await store.get(sha256, 'lembar'), second.pdf)).toBe(0)
})

test('deletes unused parts and the rest of a power cut, but no part of a paper that stays', async () => {
  const [gone, stays] = await store.putAll(drawn.slice(0, 2).map(({ pdf }) => pdf))
  if (!gone || !stays) throw new Error('two were put')
  writeFileSync(join(folder, 'papers', stays.sha256.slice(0, 2), '.half.tmp'), 'setengah')
  // List and photo of the removed paper, and the half-written file.
  expect(await store.removeAllBut(new Set([stays.sha256]))).toBe(3)
  expect(Buffer.compare(await store.get(stays.sha256, 'lembar'), drawn[1]?.pdf ?? new Uint8Array())).toBe(0)
  expect(await codeOf(store.get(gone.sha256, 'lembar'))).toMatchObject({ code: 'paper_missing' })
})
