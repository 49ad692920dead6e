import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix, win32 } from 'node:path'
import { pathToFileURL } from 'node:url'

type Machine = {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly exists: (path: string) => boolean
}

/** Edge or Chrome, which can show a page as an app (`--app`); undefined if neither is installed. */
export function findBrowser({ platform, environment, exists }: Machine): string | undefined {
  return candidates(platform, environment).find(exists)
}

function candidates(platform: NodeJS.Platform, environment: Machine['environment']): string[] {
  if (platform === 'win32') {
    const roots = ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA'].flatMap(name => environment[name] ?? [])
    return ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'].flatMap(program =>
      roots.map(root => win32.join(root, program)),
    )
  }
  if (platform === 'darwin') {
    return ['Microsoft Edge', 'Google Chrome'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  // Without a display no window can be opened.
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return []
  const folders = (environment.PATH ?? '').split(':').filter(folder => folder !== '')
  const names = [
    'microsoft-edge',
    'microsoft-edge-stable',
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
  ]
  return names.flatMap(name => folders.map(folder => posix.join(folder, name)))
}

/**
 * Opens the address in Edge or Chrome in app mode, detached, by means of a file: every program on the computer can read a command line, but only this
 * user can read a file in our folder. Returns a function that deletes that file.
 */
export function openBrowser(url: string): () => void {
  const browser = findBrowser({ platform: process.platform, environment: process.env, exists: existsSync })
  if (!browser) return () => {}
  const folder = mkdtempSync(join(tmpdir(), 'balai-buka-'))
  const file = join(folder, 'buka.html')
  writeFileSync(file, leadingTo(url), { mode: 0o600, flag: 'wx' })
  const child = spawn(browser, [`--app=${pathToFileURL(file)}`], { detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
  return () => rmSync(folder, { recursive: true, force: true })
}

/** @param url made by us, so nothing must be escaped */
function leadingTo(url: string): string {
  return `<!doctype html><html lang="id"><meta charset="utf-8"><title>Balai</title><meta http-equiv="refresh" content="0;url=${url}">`
}
