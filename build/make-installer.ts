import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = join(import.meta.dirname, '..')
const script = join(root, 'build/installer/balai.nsi')
const icon = join(root, 'build/icons/icon.ico')

export type InstallerOptions = {
  /** The unpacked program to install. */
  readonly app: string
  /** The file to write, an .exe. */
  readonly out: string
  /** Three numbers with points. */
  readonly version: string
  /** Stores everything uncompressed: ten times faster, for tests of behaviour rather than of size. */
  readonly stored?: boolean
}

/** Whether makensis is in the path (Debian package `nsis`). */
export function hasMakensis(): boolean {
  return spawnSync('makensis', ['-VERSION'], { stdio: 'ignore' }).status === 0
}

/**
 * Builds the installer with this machine's makensis, from the same script that electron-builder uses. For 64-bit Windows only, because the
 * Wine that tests it has no 32-bit parts.
 */
export function makeInstaller({ app, out, version, stored = false }: InstallerOptions): void {
  if (!/^\d+\.\d+\.\d+$/.test(version))
    throw new Error(`Version ${version} is not three numbers: which of two is newer?`)
  if (!existsSync(join(app, 'Balai.exe'))) throw new Error(`${app} holds no Balai.exe`)
  const defines = {
    VERSION: version,
    VERSION4: `${version}.0`,
    MUI_ICON: icon,
    MUI_UNICON: icon,
    APP_FOLDER: resolve(app),
    OUT: resolve(out),
  }
  const { status, stdout, stderr, error } = spawnSync(
    'makensis',
    [
      ...['-V2', '-WX', '-INPUTCHARSET', 'UTF8', '-DFOR_WINE'],
      ...(stored ? ['-DSTORED'] : []),
      ...Object.entries(defines).map(([name, value]) => `-D${name}=${value}`),
      script,
    ],
    { encoding: 'utf8' },
  )
  if (error) throw error
  if (status !== 0) throw new Error(`makensis failed:\n${stdout}${stderr}`)
}
