import { points } from './millimetres.ts'

// PDF page operators, byte-identical to those of PDFKit. Lengths in mm.

/** Rounded to a millionth of a point. */
export function exact(value: number): number {
  return Math.round(points(value) * 1e6) / 1e6
}

export function linePath(x1: number, y1: number, x2: number, y2: number): string {
  return `${exact(x1)} ${exact(y1)} m\n${exact(x2)} ${exact(y2)} l`
}

export function rectanglePath(x: number, y: number, width: number, height: number): string {
  return `${exact(x)} ${exact(y)} ${exact(width)} ${exact(height)} re`
}

export function strokePath(path: string, thickness: number, colour: string): string {
  return `${path}\n${Math.round(thickness * 1e6) / 1e6} w\n/DeviceRGB CS\n${partsOf(colour).join(' ')} SCN\nS`
}

export function fillPath(path: string, colour: string): string {
  return `${path}\n/DeviceRGB cs\n${partsOf(colour).join(' ')} scn\nf`
}

export function move(x: number, y: number): string {
  return `1 0 0 1 ${exact(x)} ${exact(y)} cm`
}

/** Rotates what follows around x, y; clockwise, because y runs downwards. */
export function turn(degrees: number, x: number, y: number): string {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [left, top] = [points(x), points(y)]
  const matrix = [cos, sin, -sin, cos, left - (left * cos - top * sin), top - (left * sin + top * cos)]
  return `${matrix.map(value => Math.round(value * 1e6) / 1e6).join(' ')} cm`
}

/** '#1E4B43' → '0.118 0.294 0.263 rg', for texts and codes. */
export function fillColour(hex: string): string {
  const known = fillColours.get(hex)
  if (known) return known
  const operator = `${partsOf(hex)
    .map(part => Number(part.toFixed(3)))
    .join(' ')} rg`
  fillColours.set(hex, operator)
  return operator
}

const fillColours = new Map<string, string>()

function partsOf(hex: string): number[] {
  return [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
}
