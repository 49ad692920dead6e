import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../../shared/contract.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'

/** A centre that is filled day by day: by the operations that a person would use, with a clock that the sample sets. */
export type SampleSession = { client: ContractRouterClient<Contract>; setToday(date: PlainDate): void }
