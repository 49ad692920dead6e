import { beforeEach, describe, expect, test, vi } from 'vitest'
import { guardContents, mayLeave } from '../../electron/shell/guard-contents.ts'
import { app, shell, WebContentsDouble } from './electron-double.ts'

vi.mock('electron', () => import('./electron-double.ts'))

let contents: WebContentsDouble
beforeEach(() => {
  app.removeAllListeners()
  shell.openExternal.mockClear()
  guardContents()
  contents = new WebContentsDouble()
  contents.url = 'app://balai/#/peserta'
  app.emit('web-contents-created', {}, contents)
})

/** Emits an Electron event that can be prevented; returns whether it was prevented. */
function prevented(event: string, url = '') {
  const details = { url, preventDefault: vi.fn() }
  contents.emit(event, details)
  return details.preventDefault.mock.calls.length > 0
}

describe('a page stays where it is', () => {
  test.each([
    'https://contoh.id',
    'http://127.0.0.1:7311/',
    'file:///C:/Windows',
    'app://lain/',
    'app://balai/lain.html',
  ])('it does not go to %s', url => {
    expect(prevented('will-navigate', url)).toBe(true)
    expect(shell.openExternal).not.toHaveBeenCalled()
  })

  test('it may be loaded again', () => {
    expect(prevented('will-navigate', 'app://balai/#/kelas')).toBe(false)
  })

  test('it follows no redirect and takes no webview', () => {
    expect(prevented('will-redirect', 'https://contoh.id')).toBe(true)
    expect(prevented('will-attach-webview')).toBe(true)
  })

  test('it opens no window', () => {
    expect(contents.windowOpen?.({ url: 'https://contoh.id' })).toEqual({ action: 'deny' })
    expect(contents.windowOpen?.({ url: 'app://balai/' })).toEqual({ action: 'deny' })
    expect(shell.openExternal).not.toHaveBeenCalled()
  })
})

describe('only WhatsApp links leave', () => {
  test('they open in the system, and no window opens', () => {
    expect(contents.windowOpen?.({ url: 'https://wa.me/628123456789?text=Halo' })).toEqual({ action: 'deny' })
    expect(prevented('will-navigate', 'https://wa.me/62811')).toBe(true)
    expect(shell.openExternal.mock.calls).toEqual([['https://wa.me/628123456789?text=Halo'], ['https://wa.me/62811']])
  })

  test.each([
    'http://wa.me/62811',
    'https://wa.me.contoh.id/62811',
    'https://wa.me@contoh.id/62811',
    'https://orang@wa.me/62811',
    'https://wa.me:8443/62811',
    'https://contoh.id/https://wa.me/62811',
    'https://sub.wa.me/62811',
    'whatsapp://send?phone=62811',
    'javascript:location="https://wa.me/"',
    'file:///C:/Windows/System32/calc.exe',
    'ms-settings:privacy',
    'wa.me/62811',
    '',
  ])('not %s', url => {
    expect(mayLeave(url)).toBe(false)
  })
})
