import { crc32, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSampleCohort, setUp } from '../../backend/cohort-steps.ts'
import { type Fixture, openFixture } from '../../backend/fixture.ts'

// Valid files whose page cannot be read by anybody: they must give a clear message, never an incident.

let fixture: Fixture
let code: string
beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  code = await createSampleCohort(fixture)
})
afterAll(() => fixture.remove())

/** A black picture in greyscale. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const framed = Buffer.alloc(8 + body.length)
    framed.writeUInt32BE(data.length)
    body.copy(framed, 4)
    framed.writeUInt32BE(crc32(body), 4 + body.length)
    return framed
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const pixels = deflateSync(Buffer.alloc((width + 1) * height))
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

/** A tree of pages that contains itself, directly or through another page. */
function loopOfPages(nodes: readonly string[]): Buffer {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', ...nodes]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const count = objects.length + 1
  return Buffer.from(
    `${text}xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}trailer<</Root 1 0 R/Size ${count}>>\nstartxref\n${text.length}\n%%EOF\n`,
  )
}

const files: [name: string, file: () => File][] = [
  ['a picture of 1 × 1', () => new File([new Uint8Array(png(1, 1))], 'titik.png')],
  ['a picture of 1 × 3,900,000', () => new File([new Uint8Array(png(1, 3_900_000))], 'garis.png')],
  ['a picture of 3,900,000 × 1', () => new File([new Uint8Array(png(3_900_000, 1))], 'garis.png')],
  [
    'a PDF whose tree of pages holds itself',
    () => new File([new Uint8Array(loopOfPages(['<</Type/Pages/Kids[2 0 R]/Count 1>>']))], 'putar.pdf'),
  ],
  [
    'a PDF with a longer loop of pages',
    () =>
      new File(
        [
          new Uint8Array(
            loopOfPages(['<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>']),
          ),
        ],
        'putar.pdf',
      ),
  ],
]

describe.each(files)('%s', (_, file) => {
  test('as a scan: its page cannot be read', async () => {
    const ticket = `0000-${Math.random().toString(16).slice(2, 12).padStart(10, '0')}`
    expect(await fixture.client.scan.read({ file: file(), ticket })).toMatchObject({ pages: [], unreadable: [1] })
  })

  test('as a certificate: nothing can be read', async () => {
    expect(await fixture.client.verification.checkFile({ file: file() })).toMatchObject({ status: 'unknown' })
  })

  test('in the file of a class: left out', async () => {
    const attached = await fixture.client.folder
      .attachScan({ code, key: 'schedule', file: file() })
      .catch(error => error.code)
    if (attached === 'DOMAIN_ERROR') return
    const made = await fixture.client.folder.makeFile({
      code,
      size: null,
      scanPlace: 'AFTER',
      ticket: '0000-0000000001',
    })
    expect(made.pages).toBeGreaterThan(1)
    await fixture.client.folder.removeScan(attached)
  })
})
