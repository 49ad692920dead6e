import fc from 'fast-check'
import type { Act, Step } from './act.ts'
import { Choose } from './act.ts'
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

/** Laws are looked at so often; an office that broke one soon shows which act did. */
const lawsEvery = 20

/** How the office begins: with people and instructors enough that something can happen. */
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
  readonly #act: Act
  readonly #numbers: readonly number[]
  #step: Step | null = null

  constructor(act: Act, numbers: readonly number[]) {
    this.#act = act
    this.#numbers = numbers
  }

  /** The model is what the database says, so the office itself is asked whether there is anything to do it with. */
  check({ office }: Readonly<{ office: Office }>): boolean {
    this.#step = this.#act.plan(office, new Choose(this.#numbers)) ?? null
    return this.#step !== null
  }

  async run(_model: { office: Office }, office: Office): Promise<void> {
    const step = this.#step
    if (step === null) return
    if ('run' in step) await step.run()
    else if (step.must) await office.must(step.operation, step.input)
    else await office.call(step.operation, step.input)
    office.acts += 1
    if (office.acts % lawsEvery === 0) checkLaws(office)
  }

  toString(): string {
    const step = this.#step
    if (step === null) return this.#act.name
    // Each on a line of its own, also where fast-check joins them by commas.
    return `\n  ${this.#act.name}: ${'words' in step ? step.words : `${step.operation} ${JSON.stringify(step.input)}`}`
  }
}

function commands(length: number, replayPath: string | undefined) {
  const numbers = fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 })
  const weighted = acts.flatMap(act => Array.from({ length: act.weight * 4 }, () => act))
  const any = fc.tuple(fc.constantFrom(...weighted), numbers).map(([act, drawn]) => new PlayedAct(act, drawn))
  return fc.commands([any], {
    maxCommands: length,
    size: 'max',
    ...(replayPath === undefined ? {} : { replayPath }),
  })
}

const start = fc.array(fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }), {
  minLength: beginning.length,
  maxLength: beginning.length,
})

export type Play = {
  seed: number
  path?: string
  /** With the path of a shrunk failure, which of its acts were played. */
  replayPath?: string
  /** Whole sequences to play; `milliseconds` ends it earlier. */
  runs: number
  milliseconds?: number
  /** Acts of one sequence at most. */
  length: number
  /** Ends with the first failure, not with the shortest sequence. */
  quick?: boolean
  /** Told after each sequence how many calls were made in all. */
  onRun?: (played: Played) => void
}

/** Zones of the computer; the centre has its own, so nothing may depend on them. */
const zones = ['Asia/Jakarta', 'Asia/Jayapura', 'UTC', 'America/New_York'] as const

/** Plays random offices. @throws with the shortest sequence that broke something, and the seed that plays it again */
export async function play({
  seed,
  path,
  replayPath,
  runs,
  milliseconds,
  length,
  quick = false,
  onRun,
}: Play): Promise<Played> {
  const played: Played = { calls: 0, runs: 0 }
  const zone = process.env.TZ
  const outcome = await fc.check(
    fc.asyncProperty(
      start,
      commands(length, replayPath),
      fc.constantFrom(...zones),
      async (first, sequence, timeZone) => {
        process.env.TZ = timeZone
        const office = await Office.open()
        try {
          await begin(office, first)
          await fc.asyncModelRun(() => ({ model: { office }, real: office }), sequence)
          checkWhole(office)
        } finally {
          played.calls += office.calls
          played.runs += 1
          await office.remove()
          onRun?.(played)
        }
      },
    ),
    {
      seed,
      numRuns: runs,
      endOnFailure: quick,
      ...(path === undefined ? {} : { path }),
      ...(milliseconds === undefined ? {} : { interruptAfterTimeLimit: milliseconds, markInterruptAsFailure: false }),
    },
  )
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
  if (outcome.failed) throw new Error(formatFailure(outcome), { cause: outcome.errorInstance })
  return played
}

/** The shortest sequence that broke something, an act a line, and how to play it again. */
function formatFailure(
  outcome: Pick<
    fc.RunDetails<[unknown, unknown, string]>,
    'seed' | 'counterexamplePath' | 'counterexample' | 'numRuns' | 'numShrinks'
  >,
): string {
  const [, sequence, zone] = outcome.counterexample ?? []
  const acts = String(sequence)
  const replay = /replayPath=(".*")/.exec(acts)?.[1]
  const again = [
    `--seed ${outcome.seed}`,
    `--path ${outcome.counterexamplePath}`,
    ...(replay ? [`--replay ${replay}`] : []),
  ]
  return [
    `Broken in office ${outcome.numRuns}, made shorter ${outcome.numShrinks} times, on a computer in ${zone}.`,
    `Again: npm run office -- ${again.join(' ')}`,
    acts.replace(/ \/\*replayPath=.*\*\//, ''),
  ].join('\n')
}

async function begin(office: Office, numbers: readonly (readonly number[])[]): Promise<void> {
  for (const [index, name] of beginning.entries()) {
    const act = acts.find(one => one.name === name)
    const step = act?.plan(office, new Choose(numbers[index] ?? [0]))
    if (step && 'operation' in step) await office.call(step.operation, step.input)
  }
}
