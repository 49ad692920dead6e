import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Path endings of the longest test files of each group. Started last, one of them would keep one core busy while the other waits. */
const long = [
  'office/office.test.ts',
  'papers/every-paper.test.ts',
  'shell-e2e/desk.test.ts',
  'shell-e2e/daily-work.test.ts',
  'heavy/guide/guide.test.ts',
  'heavy/random-office.test.ts',
  'heavy/clerk/every-form-by-keys.test.ts',
  'heavy/hub/killed-at-random.test.ts',
  'heavy/desk/desk-pages.test.ts',
]

/** Starts the files above first, then uses the order of vitest (largest, or slowest last time, first). */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const place = ({ moduleId }: TestSpecification) => {
      const found = long.findIndex(end => moduleId.endsWith(end))
      return found < 0 ? long.length : found
    }
    return sorted.toSorted((a, b) => place(a) - place(b))
  }
}
