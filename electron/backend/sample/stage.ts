import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { BackendClient } from '../create-backend.ts'

/** A centre that is played through day by day: the same operations a person would use, with a clock that the player turns. */
export type Stage = { client: BackendClient; setToday(date: PlainDate): void }
