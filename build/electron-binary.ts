import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../node_modules/electron')
const fetchWithin = 5 * 60_000

export type ElectronBinary =
  | { readonly kind: 'found'; readonly path: string }
  /** `words` say why, in Indonesian; the program then opens in the browser. */
  | { readonly kind: 'missing'; readonly words: string }

/** Finds Electron's program file. The npm package comes without it, so it is downloaded once if GitHub can be reached. */
export async function findElectron(say: (words: string) => void): Promise<ElectronBinary> {
  const screen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (process.platform === 'linux' && !screen) return missing('komputer ini tidak punya layar')
  const present = programFile()
  if (present) return { kind: 'found', path: present }
  // Without internet the download fails at once and needs no message.
  const patience = setTimeout(() => say('Balai: mengambil Electron, sekali saja (sekitar 120 MB) …'), 3_000)
  await fetchBinary()
  clearTimeout(patience)
  const fetched = programFile()
  return fetched ? { kind: 'found', path: fetched } : missing('Electron tidak ada dan tidak dapat diunduh')
}

function missing(reason: string): ElectronBinary {
  return { kind: 'missing', words: `Balai: ${reason}; Balai dibuka di peramban.` }
}

/** Electron's installer writes the name of the program file, which differs by system, into path.txt. */
function programFile(): string | undefined {
  const name = join(folder, 'path.txt')
  if (!existsSync(name)) return undefined
  const path = join(folder, 'dist', readFileSync(name, 'utf8'))
  return existsSync(path) ? path : undefined
}

/** Resolves when the download has finished, failed or taken too long; the caller checks whether the file exists. */
function fetchBinary(): Promise<void> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: fetchWithin })
    child.on('error', () => resolve())
    child.on('exit', () => resolve())
  })
}
