import fc from 'fast-check'
import { type Act, type DrawnAct, planned, type Step, take } from './act.ts'
import { centreActs } from './acts/centre.ts'
import { classActs } from './acts/classes.ts'
import { holidayActs } from './acts/holidays.ts'
import { pairActs } from './acts/pairs.ts'
import { paperActs } from './acts/papers.ts'
import { peopleActs } from './acts/people.ts'
import { ruleActs } from './acts/rules.ts'
import { selectionActs } from './acts/selection.ts'
import { timeActs } from './acts/time.ts'
import { timetableActs } from './acts/timetable.ts'
import { trainingActs } from './acts/training.ts'
import { checkLaws, checkWhole } from './laws/laws.ts'
import { Office } from './office.ts'
import { type Broken, shorten } from './shorten.ts'

export const acts: readonly Act[] = [
  ...peopleActs,
  ...centreActs,
  ...ruleActs,
  ...classActs,
  ...timetableActs,
  ...holidayActs,
  ...trainingActs,
  ...paperActs,
  ...selectionActs,
  ...timeActs,
  ...pairActs,
]

/** Check the laws after so many acts; checking often shows which act broke one. */
const lawsEvery = 20

/** First acts of each office, so that there are enough people and instructors to work with. */
const beginning: readonly string[] = [
  ...Array.from({ length: 4 }, () => 'takes somebody in'),
  'takes an instructor in',
  'takes an instructor in',
  'enters a credential',
  'enters a credential',
  'plans a class',
]

type Played = { calls: number; runs: number }

class PlayedAct implements fc.AsyncCommand<{ office: Office }, Office> {
  readonly #drawn: DrawnAct
  #step: Step | null = null

  constructor(drawn: DrawnAct) {
    this.#drawn = drawn
  }

  /** fast-check's model is the database itself, so ask the office whether the act is possible. */
  check({ office }: Readonly<{ office: Office }>): boolean {
    this.#step = planned(office, this.#drawn)
    return this.#step !== null
  }

  async run(_model: { office: Office }, office: Office): Promise<void> {
    const step = this.#step
    if (step === null) return
    office.played.push(this.#drawn)
    await take(office, step)
    if (office.played.length % lawsEvery === 0) checkLaws(office)
  }

  toString(): string {
    return this.#drawn.act.name
  }
}

function commands(length: number) {
  const numbers = fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 })
  const weighted = acts.flatMap(act => Array.from({ length: act.weight * 4 }, () => act))
  const any = fc.record({ act: fc.constantFrom(...weighted), numbers }).map(drawn => new PlayedAct(drawn))
  return fc.commands([any], { maxCommands: length, size: 'max' })
}

const start = fc.array(fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }), {
  minLength: beginning.length,
  maxLength: beginning.length,
})

export type Play = {
  seed: number
  path?: string
  /** Number of sequences to play; `milliseconds` may end it earlier. */
  runs: number
  milliseconds?: number
  /** The most acts in one sequence. */
  length: number
  /** Stop at the first failure without shortening it. */
  quick?: boolean
  /** Called after each sequence with the number of calls so far. */
  onRun?: (played: Played) => void
}

/** Time zones of the computer. The centre has its own, so nothing may depend on these. */
const zones = ['Asia/Jakarta', 'Asia/Jayapura', 'UTC', 'America/New_York'] as const

/** Plays random offices. @throws with the shortest failing sequence, and the seed that repeats it */
export async function play({ seed, path, runs, milliseconds, length, quick = false, onRun }: Play): Promise<Played> {
  const played: Played = { calls: 0, runs: 0 }
  const zone = process.env.TZ
  let broken: Broken | undefined
  const property = fc.asyncProperty(
    start,
    commands(length),
    fc.constantFrom(...zones),
    async (first, sequence, timeZone) => {
      process.env.TZ = timeZone
      const office = await Office.open()
      try {
        await begin(office, first)
        await fc.asyncModelRun(() => ({ model: { office }, real: office }), sequence)
        checkWhole(office)
      } catch (error) {
        broken = { timeZone, acts: office.played, error: error as Error, open: () => openBegun(first) }
        throw error
      } finally {
        played.calls += office.calls
        played.runs += 1
        await office.remove()
        onRun?.(played)
      }
    },
  )
  const outcome = await fc.check(property, {
    seed,
    numRuns: runs,
    // fast-check would remove single acts out of hundreds, which is slow; `shorten` removes halves.
    endOnFailure: true,
    ...(path === undefined ? {} : { path }),
    ...(milliseconds === undefined ? {} : { interruptAfterTimeLimit: milliseconds, markInterruptAsFailure: false }),
  })
  try {
    if (!outcome.failed) return played
    if (!broken) throw outcome.errorInstance
    const { acts, error, lines } = await shorten(broken, quick ? 0 : 120_000)
    const again = `npm run office -- --seed ${seed} --path ${outcome.counterexamplePath} --length ${length}`
    const report = [
      `Broken in office ${outcome.numRuns}, on a computer in ${broken.timeZone}; ${acts.length} of ${broken.acts.length} acts are left.`,
      `Again: ${again}`,
      ...lines,
    ]
    throw new Error(report.join('\n'), { cause: error })
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
}

async function openBegun(first: readonly (readonly number[])[]): Promise<Office> {
  const office = await Office.open()
  await begin(office, first)
  return office
}

async function begin(office: Office, numbers: readonly (readonly number[])[]): Promise<void> {
  for (const [index, name] of beginning.entries()) {
    const act = acts.find(one => one.name === name)
    const step = act && planned(office, { act, numbers: numbers[index] ?? [0] })
    if (step) await take(office, step)
  }
}
