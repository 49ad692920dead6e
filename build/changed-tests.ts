import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/**
 * Files that import every feature. Following imports through them would select every test, so the search stops there; the tests of a
 * changed feature are found by their folder instead.
 */
const wiring = ['shared/contract.ts', 'electron/backend/handlers.ts', 'electron/backend/create-backend.ts']

/** If more test files than this match, the change is at the bottom; then a short run takes only the nearest tests. */
const many = 40

/** Paths of all files that differ from the trunk: commits since the branch point, uncommitted changes, and new files. */
export function changedFiles(root: string): string[] {
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' })
    return status === 0 ? stdout.split('\n').filter(line => line !== '') : null
  }
  const [base = 'HEAD'] = git('merge-base', 'HEAD', 'origin/main') ?? git('merge-base', 'HEAD', 'main') ?? []
  const changed = git('diff', '--name-only', '--no-renames', base)
  const added = git('ls-files', '--others', '--exclude-standard')
  if (changed === null || added === null) throw new Error('This is no working tree of git, so nothing can be compared.')
  return [...new Set([...changed, ...added])].toSorted()
}

/** The test files for these files: those in the mirroring folders, and those that import them directly or through others. */
export function testsOf(root: string, changed: readonly string[]): string[] {
  const sources = globSync(['{shared,electron,renderer,build,test}/**/*.{ts,tsx}'], { cwd: root }).map(slashed)
  const tests = sources.filter(file => /\.test\.tsx?$/.test(file) && !file.startsWith('test/heavy/'))
  const importers = importersIn(root, sources)
  const isWiring = (file: string) => wiring.includes(file)
  const wanted = new Set(tests.filter(file => file.startsWith('test/house/')))
  const mirrored = new Set<string>()
  for (const file of changed) {
    const folders = mirrorsOf(file)
    for (const test of tests) if (folders.some(folder => test.startsWith(`${folder}/`))) mirrored.add(test)
  }
  const isTest = (file: string) => tests.includes(file)
  const far = reach(changed, importers, isWiring).filter(isTest)
  const near = changed.flatMap(file => [file, ...(importers.get(file) ?? [])]).filter(isTest)
  for (const test of [...mirrored, ...(far.length > many ? near : far)]) wanted.add(test)
  return [...wanted].toSorted()
}

/** The files themselves and everything that imports them, directly or through others. */
function reach(
  files: readonly string[],
  importers: ReadonlyMap<string, readonly string[]>,
  stopsAt: (file: string) => boolean,
): string[] {
  const seen = new Set(files)
  for (const file of seen) if (!stopsAt(file)) for (const importer of importers.get(file) ?? []) seen.add(importer)
  return [...seen]
}

/** The test folders that mirror the folder of a file, including the screens of its feature. */
function mirrorsOf(file: string): string[] {
  const folder = dirname(file)
  const feature = /^(?:shared|electron\/backend|renderer)\/features\/([^/]+)/.exec(file)?.[1]
  if (feature === undefined) return folder.includes('/') ? [`test/${folder.replace(/^electron\//, '')}`] : []
  const sides = file.startsWith('renderer/')
    ? ['renderer/features', 'e2e', 'walks']
    : file.startsWith('electron/')
      ? ['backend/features', 'e2e', 'walks']
      : ['shared/features', 'backend/features', 'renderer/features']
  // The tests of `trainee-page` are in `trainee`.
  const subjects = [feature, feature.replace(/-page$/, '')]
  return sides.flatMap(side => subjects.map(subject => `test/${side}/${subject}`))
}

function importersIn(root: string, sources: readonly string[]): Map<string, string[]> {
  const importers = new Map<string, string[]>()
  for (const file of sources) {
    for (const [, target = ''] of readFileSync(join(root, file), 'utf8').matchAll(/['"](\.{1,2}\/[^'"\n]+)['"]/g)) {
      const path = slashed(relative(root, resolve(root, dirname(file), target)))
      if (!existsSync(join(root, path))) continue
      const list = importers.get(path) ?? []
      list.push(file)
      importers.set(path, list)
    }
  }
  return importers
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}
