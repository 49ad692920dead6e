import type { Refusal } from '../../../shared/features/hub/batch.ts'

/** A batch that is not taken, and nothing of it. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
