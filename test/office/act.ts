import type { Office } from './office.ts'

/** Draws from what there is: the same numbers draw the same things from the same state, and small numbers the first of them. */
export class Choose {
  readonly #numbers: readonly number[]
  #next = 0

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers
  }

  /** 0 to below the limit. */
  number(limit: number): number {
    const drawn = this.#numbers[this.#next % this.#numbers.length] ?? 0
    this.#next += 1
    return limit <= 0 ? 0 : drawn % limit
  }

  one<Item>(items: readonly Item[]): Item | undefined {
    return items[this.number(items.length)]
  }

  /** One of what surely is there. */
  of<Item>(...items: [Item, ...Item[]]): Item {
    return items[this.number(items.length)] ?? items[0]
  }

  some<Item>(items: readonly Item[], most: number): Item[] {
    const count = 1 + this.number(Math.min(most, items.length))
    const from = this.number(items.length)
    return Array.from(
      { length: Math.min(count, items.length) },
      (_, index) => items[(from + index) % items.length] as Item,
    )
  }

  chance(oneIn: number): boolean {
    return this.number(oneIn) === oneIn - 1
  }
}

/** What an act would do now, worked out without changing anything. */
export type Step =
  | {
      operation: string
      input: unknown
      /** It must not be refused. */
      must?: true
    }
  | { words: string; run(): Promise<void> }

export type Act = {
  name: string
  /** How often it is tried beside the others, in quarters at the least; acts that take long are rarer. */
  weight: number
  /** Nothing where the office as it is has nothing to do it with. */
  plan(office: Office, choose: Choose): Step | null | undefined
}

/** An act with the numbers that it draws by. */
export type DrawnAct = { act: Act; numbers: readonly number[] }

export function planned(office: Office, { act, numbers }: DrawnAct): Step | null {
  return act.plan(office, new Choose(numbers)) ?? null
}

export async function take(office: Office, step: Step): Promise<void> {
  if ('run' in step) await step.run()
  else if (step.must) await office.must(step.operation, step.input)
  else await office.call(step.operation, step.input)
}

export function describeStep({ act }: DrawnAct, step: Step): string {
  return `  ${act.name}: ${'words' in step ? step.words : `${step.operation} ${JSON.stringify(step.input)}`}`
}
