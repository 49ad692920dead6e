import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Figure } from './part.ts'

const page = join(import.meta.dirname, '../../docs/performance.md')

const head = `# Performance

What \`npm run bench\` measured, part by part, each when it last ran to its end. The bench writes this page. A figure is the median of five unless it
says otherwise; "NO" is a target that was missed.
`

/** What a reader must know to judge the figures of a part. */
const notes: Partial<Record<string, string>> = {
  operations: `Milliseconds are processor time of the answering thread, p95, the worse of without and with statistics (ANALYZE). The figure is the worse of
a call that is asked again and a call after an act of another kind (a person corrected, a mark, a place in a class, money, a credential, a follow-up in
turn); *anew* is a call where nothing at all is remembered, as the first of the day.

*× plain SQL* is what a call that remembers nothing costs beside reading its rows alone: every statement that it runs, with what it binds, asked once
more by better-sqlite3 with rows as arrays, and nothing made of them. It says what rights, dispatch, schemas and the shaping of the answer add. It does not
say whether a statement itself is a bad one: for that are the milliseconds, the number of statements (a statement for each class in a loop is seen there,
and by \`test/backend/ten-years/statements.test.ts\`), and the rows beside them. Five have a plain statement of their own declared instead, one over all rows
that the answer is made of (\`build/bench/operations/goals.ts\`). Plain SQL counts as 1 ms at least: of what takes less, only the price of any call would be seen. Four operations\nread no rows to speak of and say so instead.`,
  reports: `Figures in ms are processor time, because others share the machine; those beside LibreOffice are by the clock on both sides.

Beside LibreOffice: an office without reports has the rows of all its years in a sheet, and whoever is asked for a month or a year opens that sheet
before anything can be summed. Balai has the same rows of all years in its database. So a report of one year (the middle of all years) stands beside
opening its own sheet: data-peserta for what is counted of people, data-hasil for marks and papers, data-penempatan for the tracer, realisasi-dana
with its cash book for money. The sheet is what Balai exports; marks of single days have none, so data-hasil, which holds them summed by person, stands
for them, in favour of LibreOffice. Its profile is warm; writing what it read as CSV is in its time (it has no other way to say that a sheet is
open), summing by hand is not. The line below says what is left where an office keeps a sheet for each year; there most of the time is LibreOffice's
own start.`,
}

/** Writes the table of one part into the page and leaves the other parts alone. */
export function keepOnPage(part: string, figures: readonly Figure[]): void {
  const sections = new Map<string, string>()
  const present = existsSync(page) ? readFileSync(page, 'utf8') : ''
  for (const section of present.split(/^(?=## )/m).slice(1))
    sections.set(section.slice(3, section.indexOf('\n')), section)
  sections.set(part, sectionOf(part, figures))
  const all = [...sections].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, section]) => section.trimEnd())
  writeFileSync(page, `${[head.trimEnd(), ...all].join('\n\n')}\n`)
}

function sectionOf(part: string, figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, unit, target, met }) => [
    what.replaceAll('|', '\\|'),
    shownValue(value, unit),
    target ?? '–',
    met === null ? '–' : met ? 'yes' : 'NO',
  ])
  return [
    `## ${part}`,
    '',
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${machine()}`,
    '',
    '| What | Measured | Target | Met |',
    '|---|---|---|---|',
    ...rows.map(row => `| ${row.join(' | ')} |`),
    ...(notes[part] === undefined ? [] : ['', notes[part]]),
  ].join('\n')
}

/** A missing program gives no number; never show anything else as one. */
export function shownValue(value: number | null, unit: string): string {
  if (value === null || !Number.isFinite(value)) return 'not measured'
  return `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${unit}`
}

function machine(): string {
  const model = cpus()[0]?.model.trim() || 'unknown processor'
  const busy = loadavg()[0] ?? 0
  const load = busy > 0 ? `, load ${busy.toFixed(1)}` : ''
  return `${availableParallelism()} × ${model}, ${(totalmem() / 1e9).toFixed(0)} GB, ${platform()}, Node ${process.versions.node}${load}`
}
