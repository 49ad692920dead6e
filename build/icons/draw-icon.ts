// Draws the program's icon from the Balai mark. Run after a change of the mark: node build/icons/draw-icon.ts
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'

const [tinta9, white, hatch, kunyit] = ['#062E37', '#FFFFFF', '#84B8BF', '#FFC93C']

writeFileSync(join(import.meta.dirname, 'icon.png'), drawIcon(512))
writeFileSync(join(import.meta.dirname, 'icon.ico'), packIcons([16, 20, 24, 32, 40, 48, 64, 128, 256]))

/** Two training days, a hatched day off, and today in turmeric, on a dark tile. A PNG of `size` × `size` pixels. */
function drawIcon(size: number): Buffer {
  const canvas = createCanvas(size, size)
  const context = canvas.getContext('2d')
  context.fillStyle = tinta9
  roundedRectangle(context, 0, 0, size, size, size * 0.2)

  // Below 32 pixels the hatch would smear and half pixels would blur: draw fewer parts on whole pixels.
  const small = size < 32
  const snap = (value: number) => (size <= 64 ? Math.round(value) : value)
  const bar = Math.max(snap(size * 0.165), 2)
  const gap = Math.max(snap(size * 0.03), 1)
  const dayOff = Math.max(snap(size * 0.125), 2)
  const height = snap(size * 0.54)
  const top = snap((size - height) / 2)
  const radius = size * 0.03
  let x = snap((size - (3 * bar + gap + dayOff)) / 2)

  for (const space of [gap, dayOff]) {
    context.fillStyle = white
    roundedRectangle(context, x, top, bar, height, radius)
    x += bar + space
  }
  if (!small) drawHatch(context, { left: x - dayOff, top, width: dayOff, height }, size * 0.026)
  context.fillStyle = kunyit
  roundedRectangle(context, x, top, bar, height, radius)
  return canvas.toBuffer('image/png')
}

type Box = { left: number; top: number; width: number; height: number }

function drawHatch(context: SKRSContext2D, { left, top, width, height }: Box, thickness: number): void {
  const inset = width * 0.16
  const rise = width - 2 * inset
  context.strokeStyle = hatch
  context.lineWidth = thickness
  for (const middle of [1 / 6, 3 / 6, 5 / 6].map(part => top + height * part)) {
    context.beginPath()
    context.moveTo(left + inset, middle + rise * 0.6)
    context.lineTo(left + width - inset, middle - rise * 0.6)
    context.stroke()
  }
}

function roundedRectangle(c: SKRSContext2D, x: number, y: number, width: number, height: number, radius: number) {
  c.beginPath()
  c.roundRect(x, y, width, height, radius)
  c.fill()
}

/** An .ico file: a directory of sizes, then one PNG each (Windows reads these since Vista). */
function packIcons(sizes: number[]): Buffer {
  const images = sizes.map(size => ({ size, png: drawIcon(size) }))
  const directory = Buffer.alloc(6 + 16 * images.length)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(images.length, 4)
  let offset = directory.length
  for (const [index, { size, png }] of images.entries()) {
    const at = 6 + 16 * index
    // 256 does not fit a byte and is written as 0.
    directory.writeUInt8(size % 256, at)
    directory.writeUInt8(size % 256, at + 1)
    directory.writeUInt16LE(1, at + 4)
    directory.writeUInt16LE(32, at + 6)
    directory.writeUInt32LE(png.length, at + 8)
    directory.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([directory, ...images.map(image => image.png)])
}
