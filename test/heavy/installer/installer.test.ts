import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasMakensis, makeInstaller } from '../../../build/make-installer.ts'
import { packageWindows } from '../../../build/package-windows.ts'
import { layOutStandIn } from '../../../build/stand-in-electron.ts'
import { unpackProgram } from '../../package/asar-archive.ts'
import { endOf, hasWine, untilThere, WindowsPc } from './windows-pc.ts'

// The real installer and the packed program on their own Windows (Wine), for a user whose name breaks careless quoting.

const root = join(import.meta.dirname, '../../..')
/** On disk, because a gigabyte does not fit into the memory folder of other tests. */
function roomOnDisk(): string {
  mkdirSync(join(root, '.cache'), { recursive: true })
  return mkdtempSync(join(root, '.cache/installer-'))
}

const megabyte = 1024 * 1024
const able = hasMakensis() && hasWine()
if (!able)
  console.warn('SKIPPED: the installer is not tried out, because makensis (nsis) or wine is not on this machine.')

describe.skipIf(!able)('the installer on Windows', { timeout: 300_000 }, () => {
  let work: string
  let pc: WindowsPc
  let app: string
  let place: string
  let dataFolder: string
  const packed = () => join(work, 'dist/win-unpacked')
  const installer = (version: string) => join(work, `pemasang-${version}.exe`)
  const install = (version: string, environment: NodeJS.ProcessEnv = {}) =>
    pc.run(installer(version), ['/S'], environment)
  const registered = async () => {
    const file = join(work, 'uninstall.reg')
    rmSync(file, { force: true })
    const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\id.balai.desktop'
    await pc.run('reg', ['export', key, pc.windowsPath(file), '/y'])
    return existsSync(file) ? (/"DisplayVersion"="([^"]*)"/.exec(readFileSync(file, 'utf16le'))?.[1] ?? '') : null
  }
  let answers = 0
  const next = () => {
    answers += 1
    return answers
  }
  const begin = (deed: string) => {
    const file = join(work, `answer-${next()}.json`)
    const parameters = [join(import.meta.dirname, 'office.ts'), app, dataFolder].map(path => pc.windowsPath(path))
    const program = pc.start(join(place, 'Balai.exe'), [...parameters, deed, pc.windowsPath(file)])
    return { file, program, ended: endOf(program) }
  }
  /** Runs one act of the installed program to its end. */
  const office = async (deed: string) => {
    const { file, ended } = begin(deed)
    await ended
    if (!existsSync(file)) throw new Error(`no answer to ${deed}: ${pc.log().slice(-4_000)}`)
    return JSON.parse(readFileSync(file, 'utf8'))
  }
  /** Holds a file open while `work` runs, like a virus scanner. `share`: 0 nothing, 3 reading and writing but not renaming or deleting. */
  const whileHeld = async (path: string, share: 0 | 1 | 3, deed: () => Promise<void>) => {
    const stop = join(work, `stop-${next()}`)
    const environment = { HOLD_FILE: pc.windowsPath(path), HOLD_SHARE: `${share}`, HOLD_STOP: pc.windowsPath(stop) }
    const holder = endOf(pc.start(join(work, 'hold.exe'), [], environment))
    await untilThere(`${stop}.held`)
    try {
      await deed()
    } finally {
      writeFileSync(stop, '')
      await holder
    }
  }
  const snapshots = () => readdirSync(join(dataFolder, 'cadangan')).toSorted()
  const look = () => office('look')

  beforeAll(async () => {
    work = roomOnDisk()
    pc = new WindowsPc(work, "Nur'aini")
    place = join(pc.local, 'Programs/Balai')
    dataFolder = join(pc.local, 'Balai')
    app = join(work, 'app')
    layOutStandIn(join(work, 'electron'), join(root, '.cache'))
    await packageWindows({ target: 'dir', output: join(work, 'dist'), electronDist: join(work, 'electron') })
    const holder = ['-V2', `-DOUT=${join(work, 'hold.exe')}`, join(import.meta.dirname, 'hold.nsi')]
    expect(spawnSync('makensis', holder, { encoding: 'utf8' })).toMatchObject({ status: 0 })
    for (const version of ['1.2.0', '1.10.0'])
      makeInstaller({ app: packed(), out: installer(version), version, stored: true })
    await pc.boot()
  }, 300_000)

  afterAll(async () => {
    await pc.remove()
    rmSync(work, { recursive: true, force: true })
  }, 60_000)

  test('installs for this user only, in its fixed folder, with shortcuts', async () => {
    expect(await install('1.2.0')).toBe(0)
    const files = readdirSync(place)
    expect(files).toEqual(expect.arrayContaining(['Balai.exe', 'Hapus Balai.exe', 'resources', 'locales']))
    const program = 'Balai.exe'
    expect(readFileSync(join(place, program)).equals(readFileSync(join(packed(), program)))).toBe(true)
    expect(readdirSync(join(pc.local, 'Programs'))).toEqual(['Balai'])
    expect(existsSync(join(pc.home, 'AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Balai.lnk'))).toBe(true)
    expect(existsSync(join(pc.home, 'Desktop/Balai.lnk'))).toBe(true)
    expect(await registered()).toBe('1.2.0')
    unpackProgram(join(place, 'resources'), app)
  })

  test('the installed program: first start, a class, certificates, a snapshot and its restore', async () => {
    expect(await office('firstDay')).toEqual({
      before: 'setup',
      code: 'TR-2024-01',
      numbers: ['500.15/0001/BLK/XII/2024', '500.15/0002/BLK/XII/2024', '500.15/0003/BLK/XII/2024'],
      keptAs: expect.stringMatching(/^balai-disisihkan-.*\.db$/),
      restored: true,
    })
    expect(snapshots().length).toBeGreaterThan(0)
  })

  test('while it is open a second program gets an error, and installer and uninstaller refuse', async () => {
    const first = begin('stay')
    await untilThere(first.file)
    expect(JSON.parse(readFileSync(first.file, 'utf8'))).toEqual({ state: 'ready' })
    expect(await look()).toEqual({ state: 'locked' })
    expect(await install('1.10.0')).toBe(3)
    expect(await pc.run(join(place, 'Hapus Balai.exe'), ['/S', `_?=${pc.windowsPath(place)}`])).toBe(3)
    expect(await registered()).toBe('1.2.0')
    // Nothing ended the running program.
    expect(first.program.exitCode).toBeNull()
    writeFileSync(`${first.file}.stop`, '')
    await first.ended
    expect((await look()).state).toBe('ready')
  })

  test('TerminateProcess while writing loses nothing acknowledged', async () => {
    await office('killWriter')
    const acknowledged = readFileSync(join(work, `answer-${answers}.json.said`), 'utf8')
      .trim()
      .split('\n')
    expect(acknowledged.length).toBeGreaterThan(10)
    const { state, rooms } = await look()
    expect(state).toBe('ready')
    expect(rooms).toEqual(expect.arrayContaining(acknowledged))
  })

  test('a database that another program has locked is reported as open elsewhere', async () => {
    await whileHeld(join(dataFolder, 'balai.db'), 0, async () => expect(await look()).toEqual({ state: 'locked' }))
    expect((await look()).state).toBe('ready')
  })

  test('restoring while another program holds the database changes nothing', async () => {
    const before = await look()
    await whileHeld(join(dataFolder, 'balai.db'), 3, async () =>
      expect(await office('restoreHeld')).toEqual({ refused: 'file_in_use', state: 'ready' }),
    )
    expect(await look()).toEqual(before)
  })

  test('an old snapshot that is held open does not stop a new one', async () => {
    const held = snapshots()[0] ?? ''
    await whileHeld(join(dataFolder, 'cadangan', held), 3, async () => {
      const { snapshots: kept } = await office('snapshotHeld')
      expect(kept[0]).toMatch(/^balai-2025-01-06T08-04-00/)
    })
  })

  test('an update keeps the data, and does not restore a deleted shortcut', async () => {
    const before = await look()
    rmSync(join(pc.home, 'Desktop/Balai.lnk'))
    writeFileSync(join(place, 'sisa-versi-lama.txt'), '')
    expect(await install('1.10.0')).toBe(0)
    expect(await registered()).toBe('1.10.0')
    expect(readdirSync(join(pc.local, 'Programs'))).toEqual(['Balai'])
    expect(readdirSync(place)).not.toContain('sisa-versi-lama.txt')
    expect(existsSync(join(pc.home, 'Desktop/Balai.lnk'))).toBe(false)
    expect(await look()).toEqual(before)
  })

  test('an older version over a newer one is refused: 1.2 is older than 1.10', async () => {
    expect(await install('1.2.0')).toBe(5)
    expect(await registered()).toBe('1.10.0')
    expect((await look()).state).toBe('ready')
  })

  test('a program file that is held open: nothing is half done, and the old program works', async () => {
    // Held like a scanner does, so that the folder cannot be renamed.
    await whileHeld(join(place, 'resources/app.asar'), 3, async () => {
      writeFileSync(join(place, 'penanda.txt'), '')
      const code = await install('1.10.0')
      // Wine can rename a folder with an open file in it, Windows cannot. Either way nothing may be half done.
      expect([0, 2]).toContain(code)
    })
    expect(existsSync(join(place, 'Balai.exe'))).toBe(true)
    expect(readdirSync(join(pc.local, 'Programs')).filter(name => name.endsWith('.baru'))).toEqual([])
    expect((await look()).state).toBe('ready')
  })

  test('a power cut between the two renames is repaired by the next run', async () => {
    cpSync(place, `${place}.lama`, { recursive: true })
    rmSync(place, { recursive: true })
    // Even an older installer puts the program back before it refuses.
    expect(await install('1.2.0')).toBe(5)
    expect(existsSync(join(place, 'Balai.exe'))).toBe(true)
    expect((await look()).state).toBe('ready')
  })

  test('started by Balai, it reopens the program on its data when done', async () => {
    // A program that only records how it was started.
    const opened = join(work, 'opened')
    const trial = join(work, 'trial')
    mkdirSync(trial)
    const say = join(work, 'say.nsi')
    writeFileSync(
      say,
      [
        'Unicode true',
        'Target amd64-unicode',
        `OutFile "${join(trial, 'Balai.exe')}"`,
        'RequestExecutionLevel user',
        'SilentInstall silent',
        'SetCompress off',
        '!include FileFunc.nsh',
        'Section',
        '$' + '{GetParameters} $0',
        `FileOpen $1 "${pc.windowsPath(opened)}" w`,
        'FileWrite $1 "$0"',
        'FileClose $1',
        'SectionEnd',
      ].join('\n'),
    )
    expect(spawnSync('makensis', ['-V1', say]).status).toBe(0)
    makeInstaller({ app: trial, out: installer('1.11.0'), version: '1.11.0', stored: true })
    const other = join(pc.home, 'Data Balai')
    expect(await install('1.11.0', { BALAI_UPDATING: '1', BALAI_REOPEN: '1', BALAI_DATA: pc.windowsPath(other) })).toBe(
      0,
    )
    await untilThere(opened)
    await expect.poll(() => readFileSync(opened, 'utf8')).toBe(`--data "${pc.windowsPath(other)}"`)
  })

  test('Windows before 10 is refused', async () => {
    await pc.run('reg', ['add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win81', '/f'])
    expect(await install('1.11.0')).toBe(4)
    await pc.run('reg', ['delete', 'HKCU\\Software\\Wine', '/v', 'Version', '/f'])
  })

  test('uninstalling removes the program and leaves data, snapshots and keys', async () => {
    const kept = [...snapshots(), ...readdirSync(join(dataFolder, 'kunci'))]
    expect(kept.length).toBeGreaterThan(2)
    expect(await pc.run(join(place, 'Hapus Balai.exe'), ['/S', `_?=${pc.windowsPath(place)}`])).toBe(0)
    expect(existsSync(join(place, 'Balai.exe'))).toBe(false)
    expect(existsSync(join(pc.home, 'AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Balai.lnk'))).toBe(false)
    expect(await registered()).toBeNull()
    expect([...snapshots(), ...readdirSync(join(dataFolder, 'kunci'))]).toEqual(kept)
    // Installed again, it opens the old data.
    expect(await install('1.10.0')).toBe(0)
    expect(await look()).toMatchObject({ state: 'ready', cohorts: ['TR-2024-01'] })
  })
})

describe.skipIf(!hasMakensis())('the installer', { timeout: 300_000 }, () => {
  test('is under 30 MB without the program file', async () => {
    const work = roomOnDisk()
    try {
      layOutStandIn(join(work, 'electron'), join(root, '.cache'))
      await packageWindows({ target: 'dir', output: join(work, 'dist'), electronDist: join(work, 'electron') })
      const app = join(work, 'dist/win-unpacked')
      expect(statSync(join(app, 'resources/app.asar')).size).toBeLessThan(20 * megabyte)
      // Replace the program file with an empty one, so that only our own part is measured.
      writeFileSync(join(app, 'Balai.exe'), '')
      const out = join(work, 'pemasang.exe')
      makeInstaller({ app, out, version: '1.0.0' })
      const { size } = statSync(out)
      expect(size).toBeGreaterThan(megabyte)
      expect(size).toBeLessThan(30 * megabyte)
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  })
})
