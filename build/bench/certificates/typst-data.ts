type Rectangles = readonly (readonly [column: number, row: number, width: number, height: number])[]
type One = { op: string; modules?: number; rectangles?: Rectangles } & Record<string, unknown>
type Data = {
  faces: Record<string, { file: string; family: string; weight: number; italic: boolean }>
  frame: { operators: string; tile: { operators: string }; corner: { operators: string } }
  certificates: { pages: One[][] }[]
}

const placedPart = /^q (\S+) (\S+) (\S+) (\S+) (\S+) (\S+) cm \/([TC]) Do Q$/
const period = (13 * 72) / 25.4
const band = (9 * 72) / 25.4

/** The recorded pages as Typst input: codes and the two parts of the frame as SVG, the frame as a list of positions. */
export function typstData(json: string) {
  const data = JSON.parse(json) as Data
  const { operators, tile, corner } = data.frame
  const rules: object[] = []
  const tiles: object[] = []
  const corners: object[] = []
  let colour = '#000000'
  for (const line of operators.split('\n')) {
    const placed = placedPart.exec(line)
    const rule = /^(\S+) w (\S+) (\S+) (\S+) (\S+) re S$/.exec(line)
    const paint = /^(\S+) (\S+) (\S+) RG$/.exec(line)
    if (paint) colour = hexOf(paint.slice(1, 4).map(Number))
    if (rule) {
      const [thickness, x, y, width, height] = rule.slice(1).map(Number)
      rules.push({ thickness, x, y, width, height })
    }
    if (!placed) continue
    const [a = 0, b = 0, , , x = 0, y = 0] = placed.slice(1, 7).map(Number)
    if (placed[7] === 'C') corners.push({ x: x - band / 2, y: y - band / 2, side: band })
    else if (a !== 0) tiles.push({ x, y: y - band / 2, width: period * a, height: band, angle: 0 })
    else tiles.push({ x: x + band / 2, y, width: period * b, height: band, angle: 90 })
  }
  const certificates = data.certificates.map(certificate => ({
    ...certificate,
    pages: certificate.pages.map(page => page.map(one => (one.op === 'code' ? codeOf(one) : one))),
  }))
  const files = {
    'tile.svg': svg(tile.operators, `0 ${-band / 2} ${period} ${band}`),
    'corner.svg': svg(corner.operators, `${-band / 2} ${-band / 2} ${band} ${band}`),
  }
  return { data: { faces: data.faces, frame: { colour, rules, tiles, corners } }, certificates, files }
}

function codeOf({ rectangles = [], modules = 0, ...place }: One) {
  const path = rectangles.map(([x, y, width, height]) => `M${x} ${y}h${width}v${height}h-${width}z`).join('')
  const content = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules} ${modules}"><path d="${path}"/></svg>`
  return { ...place, svg: content }
}

/** Turns the PDF path operators '… m … c S' and 's' into an SVG of the same strokes. */
function svg(operators: string, viewBox: string): string {
  const paint = /^(\S+) (\S+) (\S+) RG (\S+) w/.exec(operators)
  const colour = hexOf((paint?.slice(1, 4) ?? []).map(Number))
  const paths = operators
    .split(/ [Ss](?:\n|$)/)
    .map(curve =>
      [...curve.matchAll(/^([-\d. ]+) ([mc])$/gm)]
        .map(([, numbers, sign]) => `${sign === 'm' ? 'M' : 'C'}${numbers}`)
        .join(''),
    )
    .filter(path => path !== '')
    .map(path => `<path d="${path}"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"><g fill="none" stroke="${colour}" stroke-width="${paint?.[4] ?? 0.28}" stroke-linecap="round">${paths.join('')}</g></svg>`
}

function hexOf(parts: readonly number[]): string {
  return `#${parts
    .map(part =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
