import { type SpawnOptions, spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join, parse } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { InstallOrder, UpdateServices } from '../backend/host-services.ts'
import { userFolder } from './user-folder.ts'

const installerName = /^Balai-\d+\.\d+\.\d+-pemasang\.exe$/i
/** Milliseconds. A drive that answers later is a missing network drive or a sleeping disk. */
const patience = 2_000

type Options = {
  readonly ourWindow: () => BrowserWindow | undefined
  /** Value of `--data`, to open the program on the same data again; undefined if it was not given. */
  readonly dataFolder: string | undefined
  /** Starts a program that goes on after ours has ended. */
  readonly start?: (file: string, options: SpawnOptions) => void
}

type ShellUpdates = UpdateServices & {
  /** Call once the data is closed and the program ends: starts the ordered installer. */
  runOrdered(): void
}

/** Updates on Windows: the file dialog, the folders where an installer may be, and starting it after our program has ended. */
export function updateServices({ ourWindow, dataFolder, start = startDetached }: Options): ShellUpdates {
  let ordered: InstallOrder | undefined
  return {
    async choose() {
      const options = {
        title: 'Pilih pemasang Balai',
        buttonLabel: 'Periksa',
        defaultPath: userFolder('downloads'),
        filters: [{ name: 'Pemasang Balai', extensions: ['exe'] }],
        properties: ['openFile' as const],
      }
      const window = ourWindow()
      const { canceled, filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options))
      const [installer] = filePaths
      if (canceled || installer === undefined) return null
      return { installer, label: labelOf(dirname(installer)) }
    },

    async places() {
      // C: is the drive of Windows; a downloaded installer is in the downloads folder.
      const drives = [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `${letter}:\\`)
      const folders = [userFolder('downloads'), ...drives]
      const looked = await Promise.all(folders.map(folder => installersIn(folder)))
      return looked.filter(place => place !== null)
    },

    async install(order) {
      ordered = order
      // The page gets the response first; the window may still ask about unsaved work.
      if (order.when === 'now') setTimeout(() => app.quit(), 200)
    },

    cancel() {
      ordered = undefined
    },

    runOrdered() {
      const order = ordered
      ordered = undefined
      if (!order) return
      order.starting()
      start(order.installer, {
        detached: true,
        stdio: 'ignore',
        cwd: dirname(order.installer),
        env: {
          ...process.env,
          BALAI_UPDATING: '1',
          BALAI_REOPEN: order.when === 'now' ? '1' : '0',
          BALAI_DATA: dataFolder ?? '',
        },
      })
    },
  }
}

/** The installers in a folder; null if it is missing or does not answer. */
async function installersIn(folder: string): Promise<{ label: string; installers: string[] } | null> {
  const late = new Promise<null>(resolve => setTimeout(() => resolve(null), patience).unref())
  const names = await Promise.race([readdir(folder).catch(() => null), late])
  if (names === null) return null
  return {
    label: labelOf(folder),
    installers: names.filter(name => installerName.test(name)).map(name => join(folder, name)),
  }
}

function labelOf(folder: string): string {
  const { root } = parse(folder)
  const drive = /^[A-Za-z]:/.exec(root)?.[0].toUpperCase()
  if (drive !== undefined && drive !== 'C:') return `diska ${drive}`
  return `folder ${basename(folder) || folder}`
}

function startDetached(file: string, options: SpawnOptions): void {
  const child = spawn(file, [], options)
  // Blocked by a virus scanner or a policy: the next start reports that the update failed.
  child.on('error', () => undefined)
  child.unref()
}
