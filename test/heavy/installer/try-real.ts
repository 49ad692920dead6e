// For the Windows workflow in CI: the real installer with the real Electron on a real Windows. Installs, opens, is refused, updates,
// uninstalls. It cannot run elsewhere; installer.test.ts does the same with the stand-in under Wine, and checks the data more closely.
import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const [found] = globSync('dist/Balai-*-pemasang.exe')
assert(found, 'npm run dist comes first')
const installer: string = found
const place = join(process.env.LOCALAPPDATA ?? '', 'Programs/Balai')
const program = join(place, 'Balai.exe')
const uninstaller = join(place, 'Hapus Balai.exe')
const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\id.balai.desktop'
const dataFolder = join(mkdtempSync(join(tmpdir(), 'balai-')), "Data Nur'aini")

const run = (file: string, ...parameters: string[]) => spawnSync(file, parameters, { stdio: 'ignore' }).status
const uninstall = () => run(uninstaller, '/S', `_?=${place}`)
const version = () =>
  /DisplayVersion\s+REG_SZ\s+(\S+)/.exec(execFileSync('reg', ['query', key], { encoding: 'utf8' }))?.[1]
const say = (words: string) => process.stdout.write(`✓ ${words}\n`)

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (holds()) return
    await wait(100)
  }
  throw new Error(`${what}: not within a minute`)
}

assert.equal(run(installer, '/S'), 0)
assert(existsSync(program) && existsSync(uninstaller))
const installed = version()
say(`installed ${installed}`)

const shortcut =
  "(New-Object -ComObject Shell.Application).NameSpace([Environment]::GetFolderPath('Programs')).ParseName('Balai.lnk').ExtendedProperty('System.AppUserModel.ID')"
assert.equal(
  execFileSync('powershell', ['-NoProfile', '-Command', shortcut], { encoding: 'utf8' }).trim(),
  'id.balai.desktop',
)
say('the shortcut has the id of the program')

const open = spawn(program, ['--data', dataFolder], { stdio: 'ignore' })
const database = join(dataFolder, 'balai.db')
await until('the program opens its data', () => existsSync(database))
const title = `(Get-Process -Id ${open.pid}).MainWindowTitle`
await until('the window', () =>
  execFileSync('powershell', ['-NoProfile', '-Command', title], { encoding: 'utf8' }).includes('Balai'),
)
say('opened')
assert.equal(run(installer, '/S'), 3)
assert.equal(uninstall(), 3)
assert.equal(open.exitCode, null)
say('refused while it is open')
// Without /F taskkill asks the window to close, as its close button would.
run('taskkill', '/PID', String(open.pid))
await until('the program ends', () => open.exitCode !== null)
assert.equal(run(installer, '/S'), 0)
say('updated')

run('reg', 'add', key, '/v', 'DisplayVersion', '/d', '99.0.0', '/f')
assert.equal(run(installer, '/S'), 5)
run('reg', 'add', key, '/v', 'DisplayVersion', '/d', installed ?? '', '/f')
say('refused over a newer one')

const killed = spawn(program, ['--data', dataFolder], { stdio: 'ignore' })
await wait(8_000)
killed.kill('SIGKILL')
await until('the killed program ends', () => killed.exitCode !== null || killed.signalCode !== null)
assert.equal(uninstall(), 0)
assert(!existsSync(program))
assert(existsSync(database))
say('uninstalled; the data is there')
