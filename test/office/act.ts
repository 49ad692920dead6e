import type { Office } from './office.ts'

/**
 * Makes random choices from given numbers: the same numbers make the same choices in the same state, and small numbers choose the first
 * items.
 */
export class Choose {
  readonly #numbers: readonly number[]
  #next = 0

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers
  }

  /** A number from 0 to below the limit. */
  number(limit: number): number {
    const drawn = this.#numbers[this.#next % this.#numbers.length] ?? 0
    this.#next += 1
    return limit <= 0 ? 0 : drawn % limit
  }

  one<Item>(items: readonly Item[]): Item | undefined {
    return items[this.number(items.length)]
  }

  /** One of the given items. */
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

/** What an act would do now, planned without changing anything. */
export type Step =
  | {
      operation: string
      input: unknown
      /** True if the program must not refuse it. */
      must?: true
    }
  | { words: string; run(): Promise<void> }

export type Act = {
  name: string
  /** How often it is tried compared with others, in steps of 1/4; slow acts are rarer. */
  weight: number
  /** Nothing if the office has nothing to do it with. */
  plan(office: Office, choose: Choose): Step | null | undefined
}

/** An act with the numbers for its choices. */
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
