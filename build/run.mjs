// Entry point of every npm script. Plain JavaScript for Node 20 and newer, because it runs before anything is installed: it installs what
// is missing and then starts the script with Node 24 from node_modules.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const scripts = {
  start: 'build/start.ts',
  test: 'build/test.ts',
  dev: 'build/dev.ts',
  build: 'build/build.ts',
  bench: 'build/bench.ts',
  dist: 'build/dist.ts',
  format: 'build/format.ts',
  'schema-docs': 'build/schema-docs.ts',
  'roles-docs': 'build/roles-docs.ts',
  guide: 'test/guide/run.ts',
  office: 'test/office/run.ts',
  balai: 'electron/cli/main.ts',
}

/** True when node_modules matches package-lock.json; npm keeps its own copy of the lock file there. */
function installed() {
  const present = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(node) || !existsSync(present)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const found = JSON.parse(readFileSync(present, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || found[path]?.version === entry.version,
  )
}

function install() {
  process.stderr.write('Balai: memasang paket yang belum ada (npm ci) …\n')
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  // `npm run --silent` hands its silence on to npm ci, which would then fail without a word.
  npm.push('ci', '--loglevel=error')
  // Standard output must hold nothing but the JSON of commands with --json. npm is a .cmd file on Windows.
  const done = spawnSync(npm[0], npm.slice(1), {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: npm[0] === 'npm' && process.platform === 'win32',
  })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

/** Runs a script and exits with its exit code. Signals are passed on to it. */
function handOver(script, parameters) {
  const flags = ['--disable-warning=ExperimentalWarning']
  const child = spawn(node, [...flags, join(root, script), ...parameters], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm starts us through a shell. When that shell is killed it does not pass the signal on; we only notice that our parent changed.
  const { ppid } = process
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid === ppid || child.kill('SIGTERM'), 500).unref()
  }
  child.on('error', error => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

const [name, ...parameters] = process.argv.slice(2)
const script = scripts[name]
if (!script) {
  process.stderr.write(`Unknown script: ${name}. Known: ${Object.keys(scripts).join(', ')}\n`)
  process.exit(2)
}
if (!installed()) install()
handOver(script, parameters)
