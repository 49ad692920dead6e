import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = join(import.meta.dirname, '..')
const script = join(root, 'build/installer/balai.nsi')
const icon = join(root, 'build/icons/icon.ico')

export type InstallerOptions = {
  /** The unpacked program that it installs. */
  readonly app: string
  /** The file to write, an .exe. */
  readonly out: string
  /** Three numbers with points. */
  readonly version: string
  /** Leaves everything uncompressed: ten times faster, for tests of what it does and not of how large it is. */
  readonly stored?: boolean
}

/** Whether this machine has a makensis in its path, as Debian's package `nsis` brings it. */
export function hasMakensis(): boolean {
  return spawnSync('makensis', ['-VERSION'], { stdio: 'ignore' }).status === 0
}

/**
 * Builds the installer with the makensis of this machine, out of the same script that electron-builder runs. For 64-bit Windows only:
 * Wine, which tries it out here, comes without 32-bit parts.
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
