import { expect, test } from 'vitest'
import { findBrowser } from '../../electron/browser-host/open-browser.ts'

function find(platform: NodeJS.Platform, environment: Record<string, string>, present: string[]) {
  return findBrowser({ platform, environment, exists: path => present.includes(path) })
}

const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
const chrome = 'C:\\Users\\wulan\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'
const windows = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', LOCALAPPDATA: 'C:\\Users\\wulan\\AppData\\Local' }

test('on Windows uses Edge, which every PC has, else Chrome', () => {
  expect(find('win32', windows, [edge, chrome])).toBe(edge)
  expect(find('win32', windows, [chrome])).toBe(chrome)
  expect(find('win32', windows, [])).toBeUndefined()
})

test('on Linux uses the programs on the path, if there is a screen', () => {
  const path = { PATH: '/usr/local/bin::/usr/bin' }
  expect(find('linux', { ...path, DISPLAY: ':0' }, ['/usr/bin/chromium'])).toBe('/usr/bin/chromium')
  expect(find('linux', { ...path, WAYLAND_DISPLAY: 'w' }, ['/usr/bin/google-chrome', '/usr/bin/chromium'])).toBe(
    '/usr/bin/google-chrome',
  )
  expect(find('linux', path, ['/usr/bin/chromium'])).toBeUndefined()
})

test('on macOS uses the applications', () => {
  const program = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  expect(find('darwin', {}, [program])).toBe(program)
})
