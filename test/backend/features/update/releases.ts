import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  makeReleaseKey,
  type ReleaseKeyFile,
  signRelease,
} from '../../../../electron/backend/features/update/sign-release.ts'
import type { HostServices, InstallOrder } from '../../../../electron/backend/host-services.ts'
import { silentHost } from '../../../../electron/cli/with-backend.ts'
import type { ReleaseNews } from '../../../../shared/features/update/release.ts'

export const publisher = makeReleaseKey()
export const stranger = makeReleaseKey()
/** Newer than any version that this program will have. */
export const newer = '99.6.0'
export const news: ReleaseNews[] = [
  { kind: 'paper', title: 'Ukuran kertas diingat', detail: 'F4 tetap F4', place: 'Cetak' },
]

type Made = { version?: string; key?: ReleaseKeyFile; changes?: ReleaseNews[]; bytes?: Buffer }

/** Puts an installer with its signature on the stick, as the publisher provides it. Returns its path. */
export function putRelease(stick: string, made: Made = {}): string {
  const { version = newer, key = publisher, changes = news, bytes = Buffer.alloc(3_000_000, 7) } = made
  const installer = join(stick, `Balai-${version}-pemasang.exe`)
  writeFileSync(installer, bytes)
  const signature = signRelease(bytes, { version, published: '2024-12-15', news: changes }, key)
  writeFileSync(`${installer}.sig`, JSON.stringify(signature))
  return installer
}

/** A host that can install; records what it was asked to do. */
export class UpdatingHost implements HostServices {
  readonly capabilities = silentHost.capabilities
  readonly print = silentHost.print
  readonly printers = silentHost.printers
  readonly save = silentHost.save
  readonly stick: string
  /** The file that the clerk chooses in the dialog; null cancels it. */
  chosen: string | null = null
  order: InstallOrder | null = null

  constructor(stick: string) {
    this.stick = stick
  }

  readonly updates: NonNullable<HostServices['updates']> = {
    choose: async () => (this.chosen === null ? null : { installer: this.chosen, label: 'diska E:' }),
    places: async () => {
      const installers = readdirSync(this.stick).filter(name => name.endsWith('.exe'))
      return [{ label: 'diska E:', installers: installers.map(name => join(this.stick, name)) }]
    },
    install: async order => {
      this.order = order
    },
    cancel: () => {
      this.order = null
    },
  }
}
