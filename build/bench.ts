// `npm run bench [part …] [-- --json --runs 5]`: times the parts that must be fast, on seeded data. A slow result never fails the run, because
// machines differ; a wrong result does. The table of each finished part is written to docs/performance.md at once.
import { board } from './bench/board.ts'
import { certificates, compareCertificates } from './bench/certificates.ts'
import { conflicts } from './bench/conflicts.ts'
import { desksAtWork } from './bench/desks.ts'
import { doubles } from './bench/doubles.ts'
import { history } from './bench/history.ts'
import { hub } from './bench/hub.ts'
import { importList } from './bench/import-list.ts'
import { list } from './bench/list.ts'
import { operations } from './bench/operations.ts'
import { papers } from './bench/papers.ts'
import { type Figure, type Part, worstOf } from './bench/part.ts'
import { keepOnPage, shownValue } from './bench/performance-page.ts'
import { propose } from './bench/propose.ts'
import { replan } from './bench/replan.ts'
import { reports } from './bench/reports.ts'
import { scans } from './bench/scans.ts'
import { search } from './bench/search.ts'
import { slices } from './bench/slices.ts'
import { upkeep } from './bench/upkeep.ts'

const parts: Record<string, Part> = {
  conflicts,
  replan,
  propose,
  board,
  doubles,
  search,
  list,
  operations,
  reports,
  upkeep,
  slices,
  import: importList,
  scans,
  desks: desksAtWork,
  papers,
  certificates,
  history,
  hub,
}

const parameters = process.argv.slice(2)
const json = parameters.includes('--json')
const runsAt = parameters.indexOf('--runs')
const runs = runsAt < 0 ? 1 : Number(parameters[runsAt + 1])
if (!Number.isInteger(runs) || runs < 1 || runs > 20) {
  console.error('--runs takes a number from 1 to 20: so often each part is measured, and its worst is shown.')
  process.exit(2)
}
const wanted = parameters.filter(
  (parameter, index) => parameter !== '--json' && (runsAt < 0 || (index !== runsAt && index !== runsAt + 1)),
)
const unknown = wanted.filter(name => !(name in parts))
if (unknown.length > 0) {
  console.error(`Unknown part: ${unknown.join(', ')}. Known: ${Object.keys(parts).join(', ')}`)
  process.exit(2)
}

// For this part alone, JSON holds the times of all contenders instead of our figures.
if (json && wanted.length === 1 && wanted[0] === 'certificates') {
  console.log(JSON.stringify(await compareCertificates(), null, 2))
  process.exit(0)
}

const figures: Figure[] = []
const wrong: { part: string; message: string }[] = []
const say = (line: string) => process.stderr.write(`${line}\n`)

let running = ''
/** Figures that the running part has reported so far. */
let soFar: Figure[] = []
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Minutes of measuring are not lost: what is known so far is shown.
  process.on(signal, () => {
    say(`stopped in ${running}`)
    figures.push(...soFar)
    show()
    process.exit(130)
  })
}

for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  running = name
  say(`${name} …`)
  const start = performance.now()
  try {
    const all: Figure[][] = []
    for (let run = 1; run <= runs; run += 1) {
      if (runs > 1) say(`  run ${run} of ${runs}`)
      all.push(await part(figure => soFar.push(figure)))
    }
    const measured = worstOf(all)
    figures.push(...measured)
    keepOnPage(name, measured)
    say(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
  } catch (error) {
    wrong.push({ part: name, message: error instanceof Error ? error.message : String(error) })
    say(`${name}: wrong`)
  }
  soFar = []
  // Lets a signal be handled between two parts; a part that computes without waiting blocks it.
  await new Promise(resolve => setImmediate(resolve))
}
show()
process.exitCode = wrong.length === 0 ? 0 : 1

function show(): void {
  if (json) {
    console.log(JSON.stringify({ figures, wrong }, null, 2))
    return
  }
  const rows = [
    ['part', 'what', 'median of 5', 'target', 'met'],
    ...figures.map(({ part, what, value, unit, target, met }) => [
      part,
      what,
      shownValue(value, unit),
      target ?? '–',
      met === null ? '–' : met ? 'yes' : 'NO',
    ]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  for (const { part, message } of wrong) console.error(`✗ ${part}: ${message}`)
}
