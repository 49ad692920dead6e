import type { Refusal } from '../../../shared/features/hub/batch.ts'

/** The whole batch is refused. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
