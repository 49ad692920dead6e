import type { Reporter, TestCase } from 'vitest/node'

/** Names at the end every test that failed first and passed when it was run once more: it waits for something in the wrong way. */
export default class FlakyTests implements Reporter {
  readonly #names: string[] = []

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId}: ${test.fullName}`)
  }

  onTestRunEnd(): void {
    for (const name of this.#names) console.log(`PASSED ONLY AT THE SECOND TRY: ${name}`)
  }
}
