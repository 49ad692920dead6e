import type { ClientContext } from '@orpc/client'
import type { ProcedureUtils } from '@orpc/tanstack-query'
import { skipToken, type UseQueryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'

type ReadOptions<Output, Failure, Selected> = Partial<Omit<UseQueryOptions<Output, Failure, Selected>, 'queryFn'>>

/**
 * The one way in which screens read: `const cohort = useRead(api.cohort.get, { code })`; the input is null while the page does not know it
 * yet. `useCommand` writes.
 */
export function useRead<Context extends ClientContext, Input, Output, Failure, Selected = Output>(
  operation: ProcedureUtils<Context, Input, Output, Failure>,
  input: NoInfer<Input> | null,
  options: ReadOptions<Output, Failure, Selected> = {},
): UseQueryResult<Selected, Failure> {
  type Read = (options: { input: unknown }) => UseQueryOptions<Output, Failure, Selected>
  return useQuery((operation.queryOptions as Read)({ input: input ?? skipToken, ...options }))
}
