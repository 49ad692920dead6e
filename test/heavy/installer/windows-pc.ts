import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Whether this machine has Wine, which runs Windows programs. */
export function hasWine(): boolean {
  return spawnSync('wine', ['--version'], { stdio: 'ignore' }).status === 0
}

/** A simulated Windows PC: a Wine prefix with one user. */
export class WindowsPc {
  readonly #prefix: string
  readonly #environment: NodeJS.ProcessEnv
  readonly #log: string
  /** %LOCALAPPDATA% as a path of this machine. */
  readonly local: string
  /** The user's home folder as a path of this machine. */
  readonly home: string

  constructor(folder: string, user: string) {
    this.#prefix = join(folder, 'prefix')
    this.#log = join(folder, 'windows.log')
    this.home = join(this.#prefix, 'drive_c/users', user)
    this.local = join(this.home, 'AppData/Local')
    this.#environment = {
      // Pass on as few variables as possible: with those of a test run Wine 10 crashes while it creates its folder.
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LANG: 'C.UTF-8',
      WINEPREFIX: this.#prefix,
      WINEDEBUG: '-all',
      // Without .NET and browser engine, because Wine would ask in a window to install them.
      WINEDLLOVERRIDES: 'mscoree,mshtml=',
      USER: user,
      LOGNAME: user,
      DISPLAY: '',
    }
    mkdirSync(folder, { recursive: true })
    writeFileSync(this.#log, '')
  }

  /** Starts this Windows for the first time. */
  async boot(): Promise<void> {
    await this.run('wineboot', ['-i'])
    if (!existsSync(this.local)) throw new Error(`no user on the PC: ${this.log()}`)
  }

  /** Translates a path of this machine into a Windows path. */
  windowsPath(path: string): string {
    const drive = join(this.#prefix, 'drive_c')
    return (path.startsWith(drive) ? `C:${path.slice(drive.length)}` : `Z:${path}`).replaceAll('/', '\\')
  }

  /** Runs a program to its end and returns its exit code. */
  async run(program: string, parameters: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<number> {
    return endOf(this.start(program, parameters, environment))
  }

  start(program: string, parameters: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
    // Output goes to a file: Node for Windows cannot write to a Linux pipe.
    const log = openSync(this.#log, 'a')
    const name = program.startsWith('/') ? this.windowsPath(program) : program
    const child = spawn('wine', [name, ...parameters], {
      stdio: ['ignore', log, log],
      env: { ...this.#environment, ...environment },
    })
    closeSync(log)
    return child
  }

  /** The output of all programs so far. */
  log(): string {
    return readFileSync(this.#log, 'utf8')
  }

  /** Ends all its programs and deletes it. */
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

/** Waits until a file exists that another program writes when it is ready. */
export async function untilThere(file: string, within = 60_000): Promise<void> {
  const end = Date.now() + within
  while (!existsSync(file)) {
    if (Date.now() > end) throw new Error(`${file} did not come`)
    await wait(50)
  }
}
