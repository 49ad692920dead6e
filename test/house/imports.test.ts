import { describe, expect, it } from 'vitest'
import { importsOf, loadedBy, sources, textOf } from './sources.ts'

function offences(folder: string, forbidden: (target: string) => boolean): string[] {
  return sources
    .filter(file => file.startsWith(`${folder}/`))
    .flatMap(file =>
      importsOf(file)
        .filter(forbidden)
        .map(target => `${file} → ${target}`),
    )
}

const within = (target: string, ...folders: string[]) => folders.some(folder => target.startsWith(`${folder}/`))
/** What draws papers, reads and writes workbooks and archives, and decodes pictures. */
const writers =
  /^(pdfkit|@cantoo\/pdf-lib|fflate|yauzl|easy-template-x|(write|read)-excel-file|@jsquash|@hyzyla\/pdfium|zxing-wasm)/

/** The way from a file to each package like this that it loads, through all that it loads. */
function waysTo(start: string, packages: RegExp): string[] {
  const ways = new Map([[start, start]])
  const found: string[] = []
  for (const [file, way] of ways)
    for (const target of loadedBy(file)) {
      if (packages.test(target)) found.push(`${way} → ${target}`)
      else if (sources.includes(target) && !ways.has(target)) ways.set(target, `${way} → ${target}`)
    }
  return found
}

const isElectron = (target: string) =>
  target === 'electron' || target.startsWith('electron/main') || target.startsWith('electron/renderer')

describe('imports between environments', () => {
  it('reads imports', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(importsOf('shared/contract.ts')).toContain('shared/features/cohort/contract.ts')
    expect(importsOf('electron/backend/create-backend.ts')).toContain('node:crypto')
  })

  it('only the shell knows Electron', () => {
    const elsewhere = [
      'shared',
      'renderer',
      'electron/backend',
      'electron/browser-host',
      'electron/cli',
      'electron/host',
    ]
    expect(elsewhere.flatMap(folder => offences(folder, isElectron))).toEqual([])
  })

  it('the backend knows no host', () => {
    const hosts = ['electron/shell', 'electron/browser-host', 'electron/cli', 'electron/host']
    expect(
      offences(
        'electron/backend',
        target => target === 'node:http' || target === 'node:https' || within(target, ...hosts),
      ),
    ).toEqual([])
  })

  it('what answers loads nothing that draws papers or writes workbooks: it asks drawOnThread', () => {
    expect(waysTo('electron/backend/drawing-thread.ts', writers).length).toBeGreaterThan(5)
    expect(waysTo('electron/backend/create-backend.ts', writers)).toEqual([])
  })

  it('shared runs anywhere', () => {
    expect(
      offences(
        'shared',
        target => target.startsWith('node:') || within(target, 'electron', 'renderer', 'build', 'test'),
      ),
    ).toEqual([])
  })

  it('shared has no clock', () => {
    const clocks = sources
      .filter(file => file.startsWith('shared/'))
      .filter(file => /\bDate\.now\b|new Date\(|Temporal\.Now|Math\.random/.test(textOf(file)))
    expect(clocks).toEqual([])
  })

  it('renderer and electron meet only in shared', () => {
    expect(offences('renderer', target => within(target, 'electron', 'build') || target.startsWith('node:'))).toEqual(
      [],
    )
    expect(offences('electron', target => within(target, 'renderer'))).toEqual([])
  })

  it('kernels, widgets and blocks have no business words', () => {
    expect(offences('shared/kernel', target => within(target, 'shared/features'))).toEqual([])
    expect(offences('renderer/ui', target => within(target, 'renderer/features', 'renderer/app'))).toEqual([])
    expect(offences('electron/backend/pdf', target => within(target, 'electron/backend/features'))).toEqual([])
  })

  it('names every package version exactly', () => {
    const program = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>
    const versions = { ...program.dependencies, ...program.devDependencies }
    expect(
      Object.entries(versions).filter(([, version]) => !/^(npm:[a-z-]+@)?\d+\.\d+\.\d+(-beta\.\d+)?$/.test(version)),
    ).toEqual([])
  })
})
