// `npm test [part …]`: types, lint and every vitest project, one after the other, with one closing line over all of them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAll } from './build.ts'

const root = join(import.meta.dirname, '..')
/** What the compiler found out last time: a second run takes a tenth. */
const typeCache = join(root, 'node_modules/.cache/types')
const environments = ['shared', 'electron', 'renderer', 'test']
/** Parts in the order in which a mistake is cheapest to find. */
const projects = ['rules', 'house', 'renderer', 'backend', 'papers', 'hosts', 'package', 'screens']

type Count = { passed: number; failed: number }

function run(command: string, args: string[]): boolean {
  const file = join(root, 'node_modules', command)
  return (
    spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  )
}

function checkTypes(): Count {
  return environments.reduce<Count>(
    (count, environment) =>
      added(
        count,
        asCount(
          report(
            `types of ${environment}`,
            run('typescript/bin/tsc', [
              '-p',
              environment,
              '--incremental',
              '--tsBuildInfoFile',
              `${typeCache}/${environment}.json`,
            ]),
          ),
        ),
      ),
    { passed: 0, failed: 0 },
  )
}

function checkLint(): Count {
  return asCount(report('lint and format', run('@biomejs/biome/bin/biome', ['check', '.', '--error-on-warnings'])))
}

function runProject(project: string): Count {
  const folder = mkdtempSync(join(tmpdir(), 'balai-test-'))
  const file = join(folder, 'result.json')
  try {
    const ended = run('vitest/vitest.mjs', [
      'run',
      '--config',
      'build/vitest.config.ts',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ])
    const result = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number }
    const count = { passed: result.numPassedTests, failed: result.numFailedTests }
    // A file that does not load, or an error outside of any test, fails the run without failing a test.
    return ended || count.failed > 0 ? count : { ...count, failed: 1 }
  } catch (error) {
    console.error(error)
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function report(what: string, ok: boolean): boolean {
  console.log(`${ok ? '✓' : '✗'} ${what}`)
  return ok
}

function asCount(ok: boolean): Count {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function added(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed }
}

const wanted = process.argv.slice(2)
const chosen = (part: string) => wanted.length === 0 || wanted.includes(part)

let total: Count = { passed: 0, failed: 0 }
if (chosen('types')) total = added(total, checkTypes())
if (chosen('lint')) total = added(total, checkLint())
if (chosen('package') || chosen('screens')) await buildAll()
for (const project of projects) if (chosen(project)) total = added(total, runProject(project))

console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
