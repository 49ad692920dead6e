/**
 * A province: outlines in a grid of `width` by `height`. `x`, `y` is the point of a shape with the most room around it, `room` that room in the same
 * grid.
 */
export type ShapeMap = {
  width: number
  height: number
  shapes: { code: string; name: string; d: string; x: number; y: number; room: number }[]
}

type Label = {
  code: string
  lines: string[]
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  /** A line to a shape that is too small for its name. */
  from: { x: number; y: number; toX: number; toY: number } | null
  inside: boolean
}

const [width, height] = [402, 256]
const lineHeight = 11
const letter = 5.4
/** Space beside the map for names of small shapes. */
const margin = 84

/**
 * Position of the map and of each name: inside its shape if there is room, else beside the map with a line. Names that do not fit there are left out.
 */
export function placeLabels(map: ShapeMap, wanted: ReadonlySet<string>) {
  // 'Pandeglang', but 'Kab. Serang' because of 'Kota Serang'.
  const bare = map.shapes.map(shape => bareOf(shape.name))
  const shapes = map.shapes.flatMap(shape => {
    const own = bareOf(shape.name)
    const name = bare.filter(one => one === own).length === 1 ? own : shape.name
    return wanted.has(shape.code) ? [{ ...shape, name }] : []
  })
  const fits = (shape: ShapeMap['shapes'][number], scale: number) => {
    const lines = linesOf(shape.name)
    const half = (Math.max(...lines.map(line => line.length)) * letter) / 2
    return shape.room * scale >= Math.max(half * 0.62, (lines.length + 1) * (lineHeight / 2))
  }
  const sideOf = (shape: ShapeMap['shapes'][number]) => (shape.x < map.width / 2 ? 'end' : 'start')
  // Names beside the map make it smaller, so fewer names fit inside: computed twice.
  const whole = Math.min((width - 8) / map.width, (height - 8) / map.height)
  const small = Math.min((width - 2 * margin) / map.width, (height - 8) / map.height)
  const outside = new Set(shapes.filter(shape => !fits(shape, small)).map(sideOf))
  const crowded = shapes.some(shape => !fits(shape, whole))
  const [before, after] = (['end', 'start'] as const).map(side => (crowded && outside.has(side) ? margin : 4))
  const [leftEdge, rightEdge] = [before ?? 4, width - (after ?? 4)]
  const scale = Math.min((rightEdge - leftEdge) / map.width, (height - 8) / map.height)
  const left = leftEdge + (rightEdge - leftEdge - map.width * scale) / 2
  const top = (height - map.height * scale) / 2
  const labels: Label[] = []
  const beside: Record<'start' | 'end', ShapeMap['shapes']> = { start: [], end: [] }
  for (const shape of shapes) {
    const lines = linesOf(shape.name)
    if (!fits(shape, scale)) {
      beside[sideOf(shape)].push(shape)
      continue
    }
    const y = top + shape.y * scale - ((lines.length - 1) * lineHeight) / 2
    labels.push({ code: shape.code, lines, x: left + shape.x * scale, y, anchor: 'middle', from: null, inside: true })
  }
  for (const anchor of ['end', 'start'] as const) {
    const side = beside[anchor].toSorted((a, b) => a.y - b.y)
    const tall = side.map(shape => (linesOf(shape.name).length + 1) * lineHeight + 4)
    let free = 10
    for (const [index, shape] of side.entries()) {
      const lines = linesOf(shape.name)
      const own = tall[index] ?? 0
      const rest = tall.slice(index).reduce((sum, one) => sum + one, 0)
      const at = { x: left + shape.x * scale, y: top + shape.y * scale }
      // As close to its shape as the names below allow.
      const y = Math.max(free, Math.min(at.y, height - rest + 6))
      if (y + own > height + 8) break
      free = y + own
      const x = anchor === 'end' ? margin - 6 : width - margin + 6
      const toX = anchor === 'end' ? x + 3 : x - 3
      labels.push({ code: shape.code, lines, x, y, anchor, from: { ...at, toX, toY: y - 3 }, inside: false })
    }
  }
  return { width, height, scale, left, top, labels }
}

function bareOf(name: string): string {
  return name.replace(/^(Kab\.|Kota) /, '')
}

/** Splits 'Kota Tangerang Selatan' into 'Kota Tangerang', 'Selatan'. */
function linesOf(name: string): string[] {
  if (name.length <= 15) return [name]
  const cut = name.lastIndexOf(' ', 15)
  return cut < 0 ? [name] : [name.slice(0, cut), name.slice(cut + 1)]
}
