import { crc32, deflateSync } from 'node:zlib'
import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { readPicture } from '../../../electron/backend/pdf/picture/picture.ts'
import { readPng } from '../../../electron/backend/pdf/picture/png.ts'

test('reads a PNG with transparency as a browser shows it on white', () => {
  const canvas = createCanvas(37, 23)
  const context = canvas.getContext('2d')
  const gradient = context.createLinearGradient(0, 0, 37, 23)
  gradient.addColorStop(0, 'rgba(255, 0, 0, 1)')
  gradient.addColorStop(1, 'rgba(0, 0, 255, 0.2)')
  context.fillStyle = gradient
  context.fillRect(3, 2, 30, 18)
  const png = readPng(new Uint8Array(canvas.toBuffer('image/png')))
  const white = createCanvas(37, 23)
  const onWhite = white.getContext('2d')
  onWhite.fillStyle = '#ffffff'
  onWhite.fillRect(0, 0, 37, 23)
  onWhite.drawImage(canvas, 0, 0)
  const { data } = onWhite.getImageData(0, 0, 37, 23)
  expect([png?.width, png?.height]).toEqual([37, 23])
  for (let pixel = 0; pixel < 37 * 23; pixel += 1) {
    for (let part = 0; part < 3; part += 1) {
      const difference = Math.abs((png?.rgb[pixel * 3 + part] ?? -9) - (data[pixel * 4 + part] ?? 0))
      expect(difference).toBeLessThanOrEqual(2)
    }
  }
})

test.each([
  ['grey, 1 bit', { depth: 1, colour: 0 }, [0b10100000], [255, 255, 255, 0, 0, 0, 255, 255, 255]],
  ['grey, 8 bit', { depth: 8, colour: 0 }, [0, 128, 255], [0, 0, 0, 128, 128, 128, 255, 255, 255]],
  ['grey with alpha', { depth: 8, colour: 4 }, [0, 255, 0, 0, 0, 51], [0, 0, 0, 255, 255, 255, 204, 204, 204]],
  [
    'colour, 16 bit',
    { depth: 16, colour: 2 },
    [9, 1, 8, 2, 7, 3, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0],
    [9, 8, 7, 1, 2, 3, 4, 5, 6],
  ],
  ['palette, 2 bit', { depth: 2, colour: 3 }, [0b00011000], [10, 20, 30, 40, 50, 60, 255, 255, 255]],
])('reads %s', (_, header, line, pixels) => {
  expect([...(readPng(png({ width: 3, ...header }, [0, ...line]))?.rgb ?? [])]).toEqual(pixels)
})

test('undoes each of the five line filters', () => {
  const lines = [
    [0, 10, 20, 30],
    [1, 10, 10, 10],
    [2, 5, 5, 5],
    [3, 10, 10, 10],
    [4, 1, 1, 1],
  ].flat()
  const bytes = png({ width: 3, height: 5, depth: 8, colour: 0 }, lines)
  const grey = [...(readPng(bytes)?.rgb ?? [])].filter((_, index) => index % 3 === 0)
  expect(grey).toEqual([10, 20, 30, 10, 20, 30, 15, 25, 35, 17, 31, 43, 18, 32, 44])
})

test('refuses a damaged, interlaced or invalid picture, without throwing', () => {
  const good = png({ width: 3, depth: 8, colour: 0 }, [0, 1, 2, 3])
  expect(readPicture(good)?.kind).toBe('pixels')
  expect(readPicture(good.slice(0, 40))).toBeNull()
  expect(readPicture(png({ width: 3, height: 9, depth: 8, colour: 0 }, [0, 1, 2, 3]))).toBeNull()
  expect(readPicture(png({ width: 3, depth: 8, colour: 0, interlaced: true }, [0, 1, 2, 3]))).toBeNull()
  expect(readPicture(png({ width: 60_000, height: 60_000, depth: 8, colour: 0 }, [0]))).toBeNull()
  expect(readPicture(new Uint8Array())).toBeNull()
  expect(readPicture(new TextEncoder().encode('GIF89a'))).toBeNull()
})

test('reads JPEG in grey and colour, refuses CMYK and truncated files', () => {
  const canvas = createCanvas(8, 8)
  const jpeg = new Uint8Array(canvas.toBuffer('image/jpeg'))
  expect(readPicture(jpeg)?.kind).toBe('jpeg')
  expect(readPicture(jpeg.slice(0, 12))).toBeNull()
  const frame = [0xff, 0xd8, 0xff, 0xc0, 0, 20, 8, 0, 8, 0, 8]
  expect(readPicture(new Uint8Array([...frame, 4, 0, 0, 0, 0]))).toBeNull()
  expect(readPicture(new Uint8Array([...frame, 3, 0, 0, 0, 0]))?.kind).toBe('jpeg')
})

type Shape = { width: number; height?: number; depth: number; colour: number; interlaced?: boolean }

function png({ width, height = 1, depth, colour, interlaced = false }: Shape, lines: number[]): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8)
  const palette = Buffer.from([10, 20, 30, 40, 50, 60, 70, 80, 90])
  const transparency = Buffer.from([255, 255, 0])
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      ...(colour === 3 ? [chunk('PLTE', palette), chunk('tRNS', transparency)] : []),
      chunk('IDAT', deflateSync(Buffer.from(lines))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

/** The checksum is missing, because the reader ignores it. */
function chunk(kind: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(kind), body, Buffer.alloc(4)])
}

test('data larger than the header states is refused, and other chunks are never unpacked', () => {
  const chunk = (name: string, data: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.from('00000001000000010802000000', 'hex')
  const picture = (pixels: Uint8Array, ...more: Uint8Array[]) =>
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', header),
      ...more,
      chunk('IDAT', deflateSync(pixels)),
      chunk('IEND', Buffer.alloc(0)),
    ])
  const bomb = deflateSync(Buffer.alloc(300_000_000))
  const pixel = Buffer.from([0, 10, 20, 30])
  expect(readPng(Buffer.from(picture(Buffer.alloc(0)).subarray(0, 33)))).toBeNull()
  const before = process.memoryUsage().rss
  const swelling = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', bomb),
    chunk('IEND', Buffer.alloc(0)),
  ])
  expect(readPng(swelling)).toBeNull()
  const profile = chunk('iCCP', Buffer.concat([Buffer.from('x\0\0', 'latin1'), bomb]))
  expect(readPng(picture(pixel, profile))).toMatchObject({ width: 1, height: 1, rgb: new Uint8Array([10, 20, 30]) })
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
})
