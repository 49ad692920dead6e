import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Whether this machine has Wine, which runs Windows programs. */
export function hasWine(): boolean {
  return spawnSync('wine', ['--version'], { stdio: 'ignore' }).status === 0
}

/** A PC with Windows of its own: a prefix of Wine, and the user at its desk. */
export class WindowsPc {
  readonly #prefix: string
  readonly #environment: NodeJS.ProcessEnv
  readonly #log: string
  /** %LOCALAPPDATA% as this machine sees it. */
  readonly local: string
  /** The user's folder as this machine sees it. */
  readonly home: string

  constructor(folder: string, user: string) {
    this.#prefix = join(folder, 'prefix')
    this.#log = join(folder, 'windows.log')
    this.home = join(this.#prefix, 'drive_c/users', user)
    this.local = join(this.home, 'AppData/Local')
    this.#environment = {
      // No more of ours than it needs: with what a test run sets Wine 10 dies while it makes its folder.
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LANG: 'C.UTF-8',
      WINEPREFIX: this.#prefix,
      WINEDEBUG: '-all',
      // Neither .NET nor a browser: both would be asked for in a window.
      WINEDLLOVERRIDES: 'mscoree,mshtml=',
      USER: user,
      LOGNAME: user,
      DISPLAY: '',
    }
    mkdirSync(folder, { recursive: true })
    writeFileSync(this.#log, '')
  }

  /** The first start of this Windows. */
  async boot(): Promise<void> {
    await this.run('wineboot', ['-i'])
    if (!existsSync(this.local)) throw new Error(`no user on the PC: ${this.log()}`)
  }

  /** A path of this machine as Windows names it. */
  windowsPath(path: string): string {
    const drive = join(this.#prefix, 'drive_c')
    return (path.startsWith(drive) ? `C:${path.slice(drive.length)}` : `Z:${path}`).replaceAll('/', '\\')
  }

  /** Runs a program to its end and answers its exit code. */
  async run(program: string, parameters: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<number> {
    return endOf(this.start(program, parameters, environment))
  }

  start(program: string, parameters: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
    // Into a file: Node for Windows cannot write to a pipe of Linux.
    const log = openSync(this.#log, 'a')
    const name = program.startsWith('/') ? this.windowsPath(program) : program
    const child = spawn('wine', [name, ...parameters], {
      stdio: ['ignore', log, log],
      env: { ...this.#environment, ...environment },
    })
    closeSync(log)
    return child
  }

  /** What all programs so far have said. */
  log(): string {
    return readFileSync(this.#log, 'utf8')
  }

  /** Ends all of its programs and removes it. */
  async remove(): Promise<void> {
    spawnSync('wineserver', ['-k'], { env: this.#environment, stdio: 'ignore' })
    spawnSync('wineserver', ['-w'], { env: this.#environment, stdio: 'ignore', timeout: 10_000 })
    rmSync(this.#prefix, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
  }
}

export function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', code => resolve(code ?? -1))
  })
}

/** Waits until a file is there; what another program writes when it has come so far. */
export async function untilThere(file: string, within = 60_000): Promise<void> {
  const end = Date.now() + within
  while (!existsSync(file)) {
    if (Date.now() > end) throw new Error(`${file} did not come`)
    await wait(50)
  }
}
