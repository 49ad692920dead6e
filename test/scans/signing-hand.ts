import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Box } from '../../electron/backend/pdf/picture/placed-picture.ts'
import type { Chance } from './chance.ts'

/** How one person signs. */
export type Hand = {
  colour: string
  /** Width of the line in mm. */
  pen: number
  /** 'full' runs across the box, 'short' is an initial, 'knot' a few loops in one place. */
  form: 'full' | 'short' | 'knot'
  strokes: number
  /** Size compared with the usual one, as a factor. */
  size: number
  slant: number
  /** Leaves its box with a long last stroke. */
  flourish: boolean
}

const inks = [
  '#1a2f8f',
  '#0d1f6b',
  '#2b4fbf',
  '#111111',
  '#222233',
  '#3a3a3a',
  '#5570c8',
  '#7a1f3d',
  '#6f6f76',
  '#8c8c92',
]

export function drawHand(chance: Chance): Hand {
  const pick = <T>(choices: readonly [T, ...T[]]): T => choices[Math.floor(chance() * choices.length)] ?? choices[0]
  return {
    colour: pick(inks as [string, ...string[]]),
    pen: 0.18 + chance() * 0.45,
    form: pick(['full', 'full', 'short', 'knot']),
    strokes: 1 + Math.floor(chance() * 3),
    size: 0.5 + chance() * 0.75,
    slant: chance() * 0.5 - 0.15,
    flourish: chance() < 0.25,
  }
}

/** Draws a signature in a box, in mm on a canvas scaled to mm; different every time. */
export function sign(canvas: SKRSContext2D, hand: Hand, box: Box, chance: Chance): void {
  const tall = Math.min(11, box.height) * 0.62 * hand.size
  const share = hand.form === 'full' ? 0.62 : hand.form === 'short' ? 0.3 : 0.2
  const wide = Math.min(box.width * 0.94, Math.max(4, Math.min(46, box.width * share) * hand.size))
  const middle = {
    x: box.x + wide / 2 + chance() * Math.max(0, box.width - wide),
    y: box.y + box.height / 2 + (chance() - 0.5) * box.height * 0.4,
  }
  canvas.strokeStyle = hand.colour
  canvas.lineWidth = hand.pen
  canvas.lineCap = 'round'
  canvas.lineJoin = 'round'
  for (let stroke = 0; stroke < hand.strokes; stroke += 1) {
    const loops = 3 + Math.floor(chance() * 5)
    const point = (step: number) => ({
      x:
        middle.x -
        wide / 2 +
        (wide * step) / loops +
        (chance() - 0.5) * wide * 0.16 -
        hand.slant * (chance() - 0.5) * tall,
      y: middle.y + (chance() - 0.5) * tall,
    })
    canvas.beginPath()
    const first = point(0)
    canvas.moveTo(first.x, first.y)
    for (let step = 1; step <= loops; step += 1) {
      const [one, two, end] = [point(step - 0.7), point(step - 0.3), point(step)]
      canvas.bezierCurveTo(one.x, one.y - tall * 0.4, two.x, two.y + tall * 0.4, end.x, end.y)
    }
    canvas.stroke()
  }
  if (!hand.flourish) return
  canvas.beginPath()
  canvas.moveTo(middle.x, middle.y + tall * 0.2)
  canvas.quadraticCurveTo(
    middle.x + wide * 0.4,
    middle.y + tall,
    middle.x + wide * 0.62,
    middle.y + tall * (chance() - 0.1),
  )
  canvas.stroke()
}

/** Draws dirt in an unsigned box: dust, a dot of a pen, a crumb of toner. */
export function soil(canvas: SKRSContext2D, box: Box, chance: Chance): void {
  const specks = Math.floor(chance() * 3)
  canvas.fillStyle = '#333333'
  for (let speck = 0; speck < specks; speck += 1) {
    canvas.beginPath()
    canvas.arc(box.x + chance() * box.width, box.y + chance() * box.height, 0.08 + chance() * 0.22, 0, 7)
    canvas.fill()
  }
  if (chance() > 0.08) return
  canvas.strokeStyle = '#20308a'
  canvas.lineWidth = 0.3
  const [x, y] = [box.x + chance() * box.width * 0.9, box.y + chance() * box.height * 0.9]
  canvas.beginPath()
  canvas.moveTo(x, y)
  canvas.lineTo(x + chance() * 1.4, y + chance() * 0.8)
  canvas.stroke()
}
