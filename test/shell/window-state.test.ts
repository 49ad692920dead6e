import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fitToScreens, readWindowState, stepZoom, writeWindowState } from '../../electron/shell/window-state.ts'

describe('the remembered window', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'balai-window-'))
    file = join(folder, 'jendela.json')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('comes back as it was left', () => {
    const saved = { bounds: { x: -8, y: 0, width: 1200, height: 700 }, maximized: false, zoom: 1.25 }
    writeWindowState(file, saved)
    expect(readWindowState(file)).toEqual(saved)
    expect(readdirSync(folder)).toEqual(['jendela.json'])
  })

  test.each([
    ['nothing', undefined],
    ['half a file', '{"bounds":{"x":1'],
    ['another kind of value', '[1, 2]'],
    ['null', 'null'],
    ['values of the wrong kind', '{"bounds":"besar","maximized":1,"zoom":"banyak"}'],
    ['bounds with a hole', '{"bounds":{"x":1,"y":1,"width":null,"height":900}}'],
  ])('%s is a first start', (_what, text) => {
    if (text !== undefined) writeFileSync(file, text)
    expect(readWindowState(file)).toEqual({ maximized: true, zoom: 1 })
  })

  test('an unusual zoom becomes the nearest step', () => {
    writeFileSync(file, '{"maximized":false,"zoom":99}')
    expect(readWindowState(file)).toEqual({ maximized: false, zoom: 2 })
  })
})

describe('the position of the window', () => {
  const laptop = { x: 0, y: 0, width: 1366, height: 728 }
  const monitor = { x: 1366, y: 0, width: 1920, height: 1040 }
  const window = { x: 1500, y: 100, width: 1200, height: 800 }

  test('is the old one if that screen is connected', () => {
    expect(fitToScreens(window, [laptop, monitor])).toEqual(window)
  })

  test('is left to the system if that screen is gone', () => {
    expect(fitToScreens(window, [laptop])).toBeUndefined()
    expect(fitToScreens(window, [])).toBeUndefined()
  })

  test('is completely on the screen that shows most of it', () => {
    expect(fitToScreens({ ...window, x: 1000 }, [laptop, monitor])).toEqual({ ...window, x: 1366 })
    expect(fitToScreens({ ...window, x: 1300, y: -50 }, [laptop, monitor])).toEqual({ ...window, x: 1366, y: 0 })
  })

  test('has a size between the minimum and the screen', () => {
    expect(fitToScreens({ x: 0, y: 0, width: 300, height: 200 }, [laptop])).toEqual({
      x: 0,
      y: 0,
      width: 880,
      height: 460,
    })
    expect(fitToScreens({ x: 0, y: 0, width: 3000, height: 2000 }, [laptop])).toEqual(laptop)
  })
})

describe('zoom', () => {
  test('goes by steps, to the ends and back to 100 %', () => {
    expect(stepZoom(1, 'in')).toBe(1.1)
    expect(stepZoom(1, 'out')).toBe(0.9)
    expect(stepZoom(2, 'in')).toBe(2)
    expect(stepZoom(0.5, 'out')).toBe(0.5)
    expect(stepZoom(1.75, 'reset')).toBe(1)
  })
})
