import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Ends of paths of the longest files of each group: begun last, one of them keeps one core waiting for the other. */
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

/** The order of files: those, then as vitest has it, the largest or last slowest first. */
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
