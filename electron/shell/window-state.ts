import { readFileSync, renameSync, writeFileSync } from 'node:fs'

type Rectangle = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The last state of the window. Without `bounds` the system places it. */
type WindowState = {
  readonly bounds?: Rectangle
  readonly maximized: boolean
  /** 1 is 100 %. */
  readonly zoom: number
}

/** Fits on 1366 × 768 at 150 %, where Windows leaves 910 × 472 beside its task bar. */
export const minimumSize = { width: 880, height: 460 }
const zoomSteps: readonly number[] = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]

const firstState: WindowState = { maximized: true, zoom: 1 }

/** Never fails: a missing, damaged or invalid file gives the defaults of a first start. */
export function readWindowState(file: string): WindowState {
  try {
    return parseWindowState(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return firstState
  }
}

/** Synchronous, because it is called while the window closes and nothing waits afterwards. */
export function writeWindowState(file: string, state: WindowState): void {
  writeFileSync(`${file}.tmp`, JSON.stringify(state))
  renameSync(`${file}.tmp`, file)
}

function parseWindowState(value: unknown): WindowState {
  if (typeof value !== 'object' || value === null) return firstState
  const zoom = 'zoom' in value && typeof value.zoom === 'number' ? nearestZoom(value.zoom) : firstState.zoom
  const maximized =
    'maximized' in value && typeof value.maximized === 'boolean' ? value.maximized : firstState.maximized
  const bounds = 'bounds' in value ? parseRectangle(value.bounds) : undefined
  return bounds ? { bounds, maximized, zoom } : { maximized, zoom }
}

function parseRectangle(value: unknown): Rectangle | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const numbers = ['x', 'y', 'width', 'height'].map(name => Object.getOwnPropertyDescriptor(value, name)?.value)
  const [x, y, width, height] = numbers.map(number => (Number.isSafeInteger(number) ? Number(number) : undefined))
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  return { x, y, width, height }
}

/**
 * Moves and shrinks the bounds so that the whole window is on a connected screen: the second monitor of yesterday may be gone. Undefined if no screen
 * shows enough of it.
 * @param screens work areas, without task bars.
 */
export function fitToScreens(bounds: Rectangle, screens: readonly Rectangle[]): Rectangle | undefined {
  const visible = (screen: Rectangle) => overlap(bounds, screen)
  const screen = screens.toSorted((a, b) => visible(b) - visible(a))[0]
  if (!screen || visible(screen) === 0) return undefined
  const width = Math.min(Math.max(bounds.width, minimumSize.width), screen.width)
  const height = Math.min(Math.max(bounds.height, minimumSize.height), screen.height)
  return {
    x: clamp(bounds.x, screen.x, screen.x + screen.width - width),
    y: clamp(bounds.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  }
}

/** The zoom one step in or out, or 100 %. */
export function stepZoom(zoom: number, step: 'in' | 'out' | 'reset'): number {
  if (step === 'reset') return 1
  const at = zoomSteps.indexOf(nearestZoom(zoom))
  return zoomSteps[clamp(at + (step === 'in' ? 1 : -1), 0, zoomSteps.length - 1)] ?? 1
}

function nearestZoom(zoom: number): number {
  return zoomSteps.toSorted((a, b) => Math.abs(a - zoom) - Math.abs(b - zoom))[0] ?? 1
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(width, 0) * Math.max(height, 0)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
