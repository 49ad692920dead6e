// `npm test [part …]`: types, lint and the vitest projects, with one summary line at the end. `npm test -- changed` runs the tests of
// everything that differs from the trunk, `npm test -- heavy` the projects that take minutes.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { buildAll } from './build.ts'
import { changedFiles, testsOf } from './changed-tests.ts'

const root = join(import.meta.dirname, '..')
/** The compiler's incremental cache: a second run takes a tenth of the time. */
const typeCache = join(root, 'node_modules/.cache/types')
const environments = ['shared', 'electron', 'renderer', 'test']
const projects = ['rules', 'house', 'renderer', 'backend', 'papers', 'hosts', 'screens']
/** What `npm test -- heavy` runs. */
const heavyProjects = ['package', 'walks', 'shell', 'heavy']
const parts = ['types', 'lint', ...projects]
const drivesBuilt = ['screens', ...heavyProjects]

type Count = { passed: number; failed: number }

function run(command: string, args: string[]): boolean {
  const file = join(root, 'node_modules', command)
  return (
    spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  )
}

/** Runs one check as a process; its output is printed in one piece and ends with its name. */
function check(what: string, command: string, args: readonly string[]): Promise<Count> {
  const child = spawn(process.execPath, [join(root, 'node_modules', command), ...args], { cwd: root })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      output += text
    })
  }
  return new Promise(resolve => {
    child.on('error', error => {
      output += error.message
    })
    child.on('close', status => {
      const ok = status === 0
      console.log(`${output}${ok ? '✓' : '✗'} ${what}`)
      resolve({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })
    })
  })
}

function checkTypes(): (() => Promise<Count>)[] {
  return environments.map(
    environment => () =>
      check(`types of ${environment}`, 'typescript/bin/tsc', [
        ...['-p', environment, '--incremental'],
        ...['--tsBuildInfoFile', `${typeCache}/${environment}.json`],
        // Several checkers in one process each work out most types again: twice the work for a tenth less time.
        ...['--checkers', '1'],
      ]),
  )
}

function checkLint(): Promise<Count> {
  return check('lint and format', '@biomejs/biome/bin/biome', ['check', '.', '--error-on-warnings'])
}

type Result = {
  numPassedTests: number
  numFailedTests: number
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[]
}

/** Test folders that drive a browser. */
const browserFolders = [
  ...['test/e2e/', 'test/shell-e2e/', 'test/walks/', 'test/widgets/'],
  ...['test/heavy/clerk/', 'test/heavy/desk/', 'test/heavy/guide/'],
]

/** If more browser files than this fail, it is not bad luck with timing, and none is run again. */
const accidents = 3

/** Runs all chosen projects in one go, or only the named files. */
function runVitest(chosen: readonly string[], files: readonly string[] = []): Count {
  const first = vitest(chosen, files)
  if (!first.result || !process.env.CI) return countOf(first)
  // In CI a failed browser file is run once more as a whole, because a run cannot be repeated by hand. The output names it.
  const failed = first.result.testResults.filter(row => row.status === 'failed')
  const again = failed.map(row => relative(root, row.name))
  const onlyBrowsers = again.every(file => browserFolders.some(folder => file.startsWith(folder)))
  if (again.length === 0 || again.length > accidents || !onlyBrowsers) return countOf(first)
  for (const file of again) console.log(`RUN ONCE MORE: ${file}`)
  const second = countOf(vitest(chosen, again))
  const passedBefore = failed.flatMap(row => row.assertionResults).filter(test => test.status === 'passed').length
  return { passed: first.result.numPassedTests - passedBefore + second.passed, failed: second.failed }
}

type Run = { ended: boolean; result: Result | null }

function vitest(chosen: readonly string[], files: readonly string[]): Run {
  const folder = mkdtempSync(join(tmpdir(), 'balai-test-'))
  const file = join(folder, 'result.json')
  try {
    const ended = run('vitest/vitest.mjs', [
      'run',
      ...files,
      ...['--config', 'build/vitest.config.ts'],
      ...chosen.flatMap(name => ['--project', name]),
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ])
    return { ended, result: JSON.parse(readFileSync(file, 'utf8')) as Result }
  } catch (error) {
    console.error(error)
    return { ended: false, result: null }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countOf({ ended, result }: Run): Count {
  if (!result) return { passed: 0, failed: 1 }
  const unloaded = result.testResults.filter(row => row.status === 'failed' && row.assertionResults.length === 0)
  const failed = result.numFailedTests + unloaded.length
  // An error outside of any test makes the run fail without a failed test.
  return { passed: result.numPassedTests, failed: ended || failed > 0 ? failed : 1 }
}

/** Two at a time: a check uses one core and up to a gigabyte of memory. */
async function runChecks(checks: readonly (() => Promise<Count>)[]): Promise<Count> {
  const waiting = [...checks]
  let total: Count = { passed: 0, failed: 0 }
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const count = await next()
      total = added(total, count)
    }
  }
  await Promise.all([work(), work()])
  return total
}

function runChanged(): Count {
  const changed = changedFiles(root)
  const tests = testsOf(root, changed)
  console.log(`${changed.length} files changed, ${tests.length} files of tests are about them`)
  return tests.length === 0 ? { passed: 0, failed: 0 } : runVitest([...projects, ...heavyProjects], tests)
}

function added(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed }
}

const wanted = process.argv.slice(2)
const known = [...parts, 'changed', ...heavyProjects]
const unknown = wanted.filter(name => !known.includes(name))
if (unknown.length > 0) {
  console.error(`Unknown part: ${unknown.join(', ')}. Known: ${known.join(', ')}`)
  process.exit(2)
}
const onlyChanged = wanted.includes('changed')
const named = wanted.includes('heavy') ? [...wanted, ...heavyProjects] : wanted
const chosen = wanted.length === 0 ? parts : onlyChanged ? ['types', 'lint'] : named
const chosenProjects = [...projects, ...heavyProjects].filter(name => chosen.includes(name))

const checks = [...(chosen.includes('types') ? checkTypes() : []), ...(chosen.includes('lint') ? [checkLint] : [])]
const checked = runChecks(checks)
// Build while the types are checked, because some parts need the built program. If the build fails, these parts report it.
if (checks.length > 0 && chosenProjects.some(name => drivesBuilt.includes(name))) await buildAll().catch(() => {})
let total = await checked
if (onlyChanged) total = added(total, runChanged())
else if (chosenProjects.length > 0) total = added(total, runVitest(chosenProjects))

console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
