import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../../shared/contract.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'

/** A centre that is filled day by day with the operations that a person would use. The sample sets the clock. */
export type SampleSession = { client: ContractRouterClient<Contract>; setToday(date: PlainDate): void }
