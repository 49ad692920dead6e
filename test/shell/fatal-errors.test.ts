import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow as ElectronWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DomainError } from '../../electron/backend/domain-error.ts'
import { catchFatalErrors, endWithMessage, reloadAfterCrash } from '../../electron/shell/fatal-errors.ts'
import { app, BrowserWindow, dialog } from './electron-double.ts'

vi.mock('electron', () => import('./electron-double.ts'))

let profile: string
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'balai-fatal-'))
  app.setPath('userData', profile)
  vi.clearAllMocks()
})
afterEach(() => rmSync(profile, { recursive: true, force: true }))

describe('an error that nobody foresaw', () => {
  test('ends the program in words, with the stack in a file beside the data', () => {
    endWithMessage(new Error('disk I/O error'))
    const log = join(profile, 'kesalahan.log')
    const [title, words] = dialog.showErrorBox.mock.calls[0] ?? []
    expect(title).toBe('Balai harus ditutup')
    expect(words).toContain('Data yang sudah disimpan tetap aman.')
    expect(words).toContain(`Catatan kesalahan: ${log}`)
    expect(words).not.toContain('disk I/O error')
    expect(readFileSync(log, 'utf8')).toMatch(/^\S+Z Balai 1\.2\.3\nError: disk I\/O error\n {4}at /)
    expect(app.exit).toHaveBeenCalledExactlyOnceWith(1)
  })

  test('is told in the box when not even the file can be written', () => {
    app.setPath('userData', join(profile, '\0'))
    endWithMessage('aneh')
    expect(dialog.showErrorBox.mock.calls[0]?.[1]).toContain('Kesalahan: aneh')
    expect(app.exit).toHaveBeenCalledExactlyOnceWith(1)
  })

  test('is caught wherever it happens', () => {
    const before = { thrown: process.listeners('uncaughtException'), rejected: process.listeners('unhandledRejection') }
    catchFatalErrors()
    expect(process.listeners('uncaughtException')).toContain(endWithMessage)
    expect(process.listeners('unhandledRejection')).toContain(endWithMessage)
    process.off('uncaughtException', endWithMessage).off('unhandledRejection', endWithMessage)
    expect(process.listeners('uncaughtException')).toEqual(before.thrown)
    expect(process.listeners('unhandledRejection')).toEqual(before.rejected)
  })
})

test('a rule that keeps the program from opening is told in its own words', () => {
  endWithMessage(new DomainError({ code: 'network_folder', folder: '\\\\server\\bagi' }))
  expect(dialog.showErrorBox).toHaveBeenCalledExactlyOnceWith(
    'Balai tidak dapat dibuka',
    'Folder ini ada di jaringan. Pilih folder di komputer ini.',
  )
  expect(app.exit).toHaveBeenCalledExactlyOnceWith(1)
})

describe('when the page dies', () => {
  function crash(answer: number, reason = 'crashed') {
    dialog.showMessageBoxSync.mockReturnValue(answer)
    const window = new BrowserWindow({})
    reloadAfterCrash(window as unknown as ElectronWindow)
    window.webContents.emit('render-process-gone', {}, { reason })
    return window
  }

  test('the clerk may load it again', () => {
    const window = crash(0)
    expect(window.webContents.reload).toHaveBeenCalledOnce()
    expect(app.quit).not.toHaveBeenCalled()
  })

  test('or close the program', () => {
    const window = crash(1)
    expect(window.webContents.reload).not.toHaveBeenCalled()
    expect(app.quit).toHaveBeenCalledOnce()
  })

  test('an orderly end asks nothing', () => {
    crash(0, 'clean-exit')
    expect(dialog.showMessageBoxSync).not.toHaveBeenCalled()
  })
})
