import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow as ElectronWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DomainError } from '../../electron/backend/domain-error.ts'
import { askBeforeUnload } from '../../electron/shell/ask-before-unload.ts'
import { crashNotes } from '../../electron/shell/crash-report.ts'
import {
  catchFatalErrors,
  endUnlessBrokenDownload,
  endWithMessage,
  reloadAfterCrash,
} from '../../electron/shell/fatal-errors.ts'
import { app, BrowserWindow, dialog } from './electron-double.ts'

vi.mock('electron', () => import('./electron-double.ts'))

let profile: string
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'balai-fatal-'))
  app.setPath('userData', profile)
  vi.clearAllMocks()
})
afterEach(() => rmSync(profile, { recursive: true, force: true }))

describe('an unexpected error', () => {
  test('ends the program with a message, and leaves a report for the next start', () => {
    endWithMessage(new Error('disk I/O error'))
    const [title, words] = dialog.showErrorBox.mock.calls[0] ?? []
    expect(title).toBe('Balai harus ditutup')
    expect(words).toContain('Data yang sudah disimpan tetap aman.')
    expect(words).toContain('laporan tanpa data pribadi')
    expect(words).not.toContain('disk I/O error')
    const report = crashNotes({ profile, version: '1.2.3' }).last()
    expect(report?.at).toMatch(/^\d{4}-\d{2}-\d{2}T/)
    expect(report?.text).toMatch(/^Balai 1\.2\.3, /)
    expect(report?.text).toContain('Error: disk I/O error\n  di ')
    expect(app.exit).toHaveBeenCalledExactlyOnceWith(1)
  })

  test('is shown in the dialog when the report cannot be written', () => {
    app.setPath('userData', join(profile, '\0'))
    endWithMessage('aneh')
    expect(dialog.showErrorBox.mock.calls[0]?.[1]).toContain('Kesalahan: aneh')
    expect(app.exit).toHaveBeenCalledExactlyOnceWith(1)
  })

  test('is caught wherever it happens', () => {
    const before = { thrown: process.listeners('uncaughtException'), rejected: process.listeners('unhandledRejection') }
    catchFatalErrors()
    expect(process.listeners('uncaughtException')).toContain(endWithMessage)
    expect(process.listeners('unhandledRejection')).toContain(endUnlessBrokenDownload)
    process.off('uncaughtException', endWithMessage).off('unhandledRejection', endUnlessBrokenDownload)
    expect(process.listeners('uncaughtException')).toEqual(before.thrown)
    expect(process.listeners('unhandledRejection')).toEqual(before.rejected)
  })
})

test('a desk that breaks off a download does not end the program for the others', () => {
  endUnlessBrokenDownload(Object.assign(new TypeError('closed'), { code: 'ERR_INVALID_STATE' }))
  expect(app.exit).not.toHaveBeenCalled()
  endUnlessBrokenDownload(new TypeError('closed'))
  expect(app.exit).toHaveBeenCalledExactlyOnceWith(1)
})

test('a domain error that stops the program from opening has its own message', () => {
  endWithMessage(new DomainError({ code: 'network_folder', folder: '\\\\server\\bagi' }))
  expect(dialog.showErrorBox).toHaveBeenCalledExactlyOnceWith(
    'Balai tidak dapat dibuka',
    'Folder ini ada di jaringan. Pilih folder di komputer ini.',
  )
  expect(app.exit).toHaveBeenCalledExactlyOnceWith(1)
})

describe('when the page dies', () => {
  function crash(times: number, answer: number, reason = 'crashed') {
    dialog.showMessageBoxSync.mockReturnValue(answer)
    const window = new BrowserWindow({})
    reloadAfterCrash(window as unknown as ElectronWindow)
    for (let time = 0; time < times; time += 1) window.webContents.emit('render-process-gone', {}, { reason })
    return window
  }

  test('it is loaded again without asking', () => {
    const window = crash(1, 1)
    expect(window.webContents.reload).toHaveBeenCalledOnce()
    expect(dialog.showMessageBoxSync).not.toHaveBeenCalled()
  })

  test('and again at once: the clerk may load it once more', () => {
    const window = crash(2, 0)
    expect(dialog.showMessageBoxSync).toHaveBeenCalledOnce()
    expect(window.webContents.reload).toHaveBeenCalledTimes(2)
    expect(app.quit).not.toHaveBeenCalled()
  })

  test('or close the program', () => {
    const window = crash(2, 1)
    expect(window.webContents.reload).toHaveBeenCalledOnce()
    expect(app.quit).toHaveBeenCalledOnce()
  })

  test('an orderly end is not a crash', () => {
    const window = crash(2, 0, 'clean-exit')
    expect(window.webContents.reload).not.toHaveBeenCalled()
    expect(dialog.showMessageBoxSync).not.toHaveBeenCalled()
  })
})

describe('a page with unsaved work', () => {
  function closing(answer: number) {
    dialog.showMessageBoxSync.mockReturnValue(answer)
    const window = new BrowserWindow({})
    askBeforeUnload(window as unknown as ElectronWindow)
    const event = { preventDefault: vi.fn() }
    window.webContents.emit('will-prevent-unload', event)
    return event.preventDefault.mock.calls.length > 0
  }

  test('keeps the window open or closes it, as the clerk chooses', () => {
    expect(closing(0)).toBe(false)
    expect(closing(1)).toBe(true)
    expect(dialog.showMessageBoxSync).toHaveBeenCalledTimes(2)
  })
})
