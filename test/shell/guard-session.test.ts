import type { Session } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { guardSession } from '../../electron/shell/guard-session.ts'
import { SessionDouble } from './electron-double.ts'

vi.mock('electron', () => import('./electron-double.ts'))

let session: SessionDouble
function guard(devServer?: string) {
  session = new SessionDouble()
  // The double has only the members that guardSession uses.
  guardSession(session as unknown as Session, devServer)
}
beforeEach(() => guard())

describe('permissions', () => {
  const ourPage = { requestingUrl: 'app://balai/', isMainFrame: true }

  function granted(permission: string, details: object) {
    let answer: boolean | undefined
    session.permissionRequest?.(
      {},
      permission,
      given => {
        answer = given
      },
      details,
    )
    return answer
  }

  test('our page gets the camera', () => {
    expect(granted('media', { ...ourPage, mediaTypes: ['video'] })).toBe(true)
    const check = { mediaType: 'video', isMainFrame: true }
    expect(session.permissionCheck?.({}, 'media', 'app://balai/', check)).toBe(true)
    expect(session.permissionCheck?.({}, 'media', 'app://balai', check)).toBe(true)
  })

  test.each([
    ['the microphone', { ...ourPage, mediaTypes: ['audio'] }],
    ['camera and microphone together', { ...ourPage, mediaTypes: ['video', 'audio'] }],
    ['a medium that has no name', { ...ourPage, mediaTypes: [] }],
    ['a medium that is not told', ourPage],
    ['the camera in a frame', { ...ourPage, isMainFrame: false, mediaTypes: ['video'] }],
    ['the camera for another site', { ...ourPage, requestingUrl: 'https://contoh.id/', mediaTypes: ['video'] }],
    ['the camera for a similar scheme', { ...ourPage, requestingUrl: 'app://balai.contoh/', mediaTypes: ['video'] }],
  ])('nobody gets %s', (_what, details) => {
    expect(granted('media', details)).toBe(false)
  })

  test('our page writes a text to the clipboard, and no other page does', () => {
    const ask = (origin: string, isMainFrame = true) =>
      session.permissionCheck?.({}, 'clipboard-sanitized-write', origin, { isMainFrame })
    expect(granted('clipboard-sanitized-write', ourPage)).toBe(true)
    expect(granted('clipboard-sanitized-write', { ...ourPage, requestingUrl: 'https://contoh.id/' })).toBe(false)
    expect([ask('app://balai/'), ask('https://contoh.id/'), ask('app://balai/', false)]).toEqual([true, false, false])
  })

  test.each([
    'geolocation',
    'notifications',
    'midi',
    'clipboard-read',
    'display-capture',
    'fullscreen',
    'hid',
    'serial',
    'usb',
    'openExternal',
    'unknown',
  ])('nobody gets %s', permission => {
    expect(granted(permission, ourPage)).toBe(false)
    expect(session.permissionCheck?.({}, permission, 'app://balai/', { isMainFrame: true })).toBe(false)
  })

  test('the check refuses what the request refuses', () => {
    const check = (origin: string, details: object) => session.permissionCheck?.({}, 'media', origin, details)
    expect(check('https://contoh.id/', { mediaType: 'video', isMainFrame: true })).toBe(false)
    expect(check('app://balai/', { mediaType: 'audio', isMainFrame: true })).toBe(false)
    expect(check('app://balai/', { mediaType: 'video', isMainFrame: false })).toBe(false)
    expect(check('null', { mediaType: 'video', isMainFrame: true })).toBe(false)
  })

  test('no device is available', () => {
    expect(session.devicePermission?.({ deviceType: 'usb', origin: 'app://balai' })).toBe(false)
  })
})

describe('requests', () => {
  test.each(['app://balai/', 'app://balai/assets/a.js', 'blob:app://balai/6c2f', 'data:image/png;base64,AAAA'])(
    '%s is ours',
    url => {
      expect(session.loads(url)).toBe(true)
    },
  )

  test.each([
    'https://contoh.id/a.js',
    'http://127.0.0.1:7312/',
    'ws://127.0.0.1:7312/',
    'https://redirector.gvt1.com/edgedl/chrome/dict/id-id.bdic',
    'file:///C:/Users/wulan/data.db',
    'app://print/x.pdf',
    'app://balai.contoh.id/',
    'app://orang@balai/',
    'blob:https://contoh.id/6c2f',
    'devtools://devtools/bundled/inspector.html',
    'chrome-extension://abc/x.js',
    'ftp://contoh.id/',
    'not an address',
  ])('%s is stopped', url => {
    expect(session.loads(url)).toBe(false)
  })

  test('in development only the Vite server and the inspector are allowed', () => {
    guard('http://127.0.0.1:7312')
    expect(session.loads('ws://127.0.0.1:7312/?token=x')).toBe(true)
    expect(session.loads('http://127.0.0.1:7312/@vite/client')).toBe(true)
    expect(session.loads('devtools://devtools/bundled/inspector.html')).toBe(true)
    expect(session.loads('http://127.0.0.1:7313/')).toBe(false)
    expect(session.loads('https://contoh.id/')).toBe(false)
  })

  test('nothing is downloaded and no dictionary is fetched', () => {
    const event = { preventDefault: vi.fn() }
    session.emit('will-download', event)
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false)
  })
})
