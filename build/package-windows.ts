import { join } from 'node:path'
import { Arch, build, Platform } from 'electron-builder'

export type PackageOptions = {
  /** `nsis` makes the installer, `dir` only the folder that it would install. */
  readonly target: 'nsis' | 'dir'
  /** The output folder. */
  readonly output: string
  /** Folder of an unpacked Electron for Windows; if missing, electron-builder downloads it. */
  readonly electronDist?: string | undefined
}

/** Packs out/ for Windows x64 as electron-builder.yml says. */
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
