import { join } from 'node:path'
import { Arch, build, Platform } from 'electron-builder'

export type PackageOptions = {
  /** `nsis` makes the installer, `dir` only the folder that it would install. */
  readonly target: 'nsis' | 'dir'
  /** Where the result goes. */
  readonly output: string
  /** Folder of an unpacked Electron for Windows; without it electron-builder fetches the right one. */
  readonly electronDist?: string | undefined
}

/** Packs what is in out/ for Windows x64 after electron-builder.yml. */
export async function packageWindows({ target, output, electronDist }: PackageOptions): Promise<void> {
  await build({
    projectDir: join(import.meta.dirname, '..'),
    targets: Platform.WINDOWS.createTarget(target, Arch.x64),
    publish: 'never',
    config: {
      extends: join(import.meta.dirname, '../electron-builder.yml'),
      directories: { output },
      ...(electronDist && { electronDist }),
    },
  })
}
