import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Page } from 'playwright-core'
import { findPlace, type Place } from './read-screen.ts'

export interface Mark {
  number: number
  label: string
}

const margin = 28
const least = { width: 520, height: 250 }

/** A picture of the screen around the marked elements, each with a frame and the number of its step. Returns a WebP. */
export async function takePicture(page: Page, marks: readonly Mark[]): Promise<Buffer> {
  await page.evaluate(showOfficeFolder)
  const places: { number: number; place: Place }[] = []
  // First scroll each into view, then read the final places.
  for (const mark of marks) await page.evaluate(findPlace, mark.label)
  for (const { number, label } of marks) {
    const place = await page.evaluate(findPlace, label)
    if (!place) throw new Error(`nothing on the screen says “${label}”, which the picture marks`)
    places.push({ number, place })
  }
  await page.evaluate(drawMarks, places)
  const clip = cropOf(
    places.map(one => one.place),
    page.viewportSize() ?? { width: 1366, height: 768 },
  )
  const png = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
  await page.evaluate(() => document.querySelector('[data-guide-marks]')?.remove())
  return webpOf(png)
}

/** A picture of the whole screen. Returns a WebP. */
export async function takeScreen(page: Page): Promise<Buffer> {
  await page.evaluate(showOfficeFolder)
  return webpOf(await page.screenshot({ animations: 'disabled', caret: 'hide' }))
}

async function webpOf(png: Buffer): Promise<Buffer> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas.encode('webp', 80)
}

/**
 * Runs inside the page: replaces the temporary folder of the walk with a folder that an office could have, so that pictures are the same
 * on each machine.
 */
function showOfficeFolder() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const shown = text.nodeValue ?? ''
    if (shown.includes('balai-guide-'))
      text.nodeValue = shown.replace(/\S*balai-guide-\S*/g, 'C:\\Users\\Loket\\AppData\\Local\\Balai')
  }
}

function cropOf(places: readonly Place[], screen: { width: number; height: number }): Place {
  const left = Math.min(...places.map(one => one.x)) - margin
  const top = Math.min(...places.map(one => one.y)) - margin
  const right = Math.max(...places.map(one => one.x + one.width)) + margin
  const bottom = Math.max(...places.map(one => one.y + one.height)) + margin
  const width = Math.min(screen.width, Math.max(least.width, right - left))
  const height = Math.min(screen.height, Math.max(least.height, bottom - top))
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  return {
    x: Math.round(Math.min(Math.max(0, middle.x - width / 2), screen.width - width)),
    y: Math.round(Math.min(Math.max(0, middle.y - height / 2), screen.height - height)),
    width: Math.round(width),
    height: Math.round(height),
  }
}

/** Runs inside the page: draws the frames and numbers. */
function drawMarks(places: { number: number; place: Place }[]) {
  const layer = document.createElement('div')
  layer.setAttribute('data-guide-marks', '')
  layer.style.cssText = 'position:fixed;inset:0;z-index:9999;pointer-events:none'
  for (const { number, place } of places) {
    const frame = document.createElement('div')
    frame.style.cssText = `position:absolute;left:${place.x - 4}px;top:${place.y - 4}px;width:${place.width + 8}px;height:${place.height + 8}px;box-sizing:border-box;border:2px solid #0b4f5c;border-radius:8px;background:rgb(11 79 92 / 7%)`
    const disc = document.createElement('div')
    disc.textContent = String(number)
    const x = place.x < 30 ? place.x + place.width - 4 : place.x - 20
    disc.style.cssText = `position:absolute;left:${x}px;top:${place.y - 16}px;width:22px;height:22px;border-radius:50%;background:#0b4f5c;color:#fff;font:600 13px/22px "IBM Plex Sans Variable",sans-serif;text-align:center;box-shadow:0 0 0 2px #fff`
    layer.append(frame, disc)
  }
  document.body.append(layer)
}

/** Two pictures differ if more than `part` of their blocks differ by at least `levels` grey levels. */
const levels = 28
const part = 0.03
const block = 8

/** Whether two pictures show something else. Drawing the same screen twice may change a few points. */
export async function looksDifferent(a: Buffer, b: Buffer): Promise<boolean> {
  const [one, other] = [await loadImage(a), await loadImage(b)]
  if (Math.abs(one.width - other.width) > block || Math.abs(one.height - other.height) > block) return true
  const [width, height] = [Math.ceil(one.width / block), Math.ceil(one.height / block)]
  const greys = [one, other].map(image => {
    const canvas = createCanvas(width, height)
    const pen = canvas.getContext('2d')
    pen.imageSmoothingQuality = 'high'
    pen.drawImage(image, 0, 0, width, height)
    const { data } = pen.getImageData(0, 0, width, height)
    return Array.from(
      { length: width * height },
      (_, at) => ((data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) / 3,
    )
  })
  const [first = [], second = []] = greys
  const differing = first.filter((grey, at) => Math.abs(grey - (second[at] ?? 0)) > levels).length
  return differing > first.length * part
}
