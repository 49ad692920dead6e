import { contract } from './contract.ts'

/** What an operation did, as the history of changes says it; the bare name of one that this version does not know. */
export function formatOperation(operation: string): string {
  const [feature = '', name = ''] = operation.split('.')
  const operations: Record<string, Record<string, { '~orpc': { meta: { label: string | null } } }>> = contract
  return operations[feature]?.[name]?.['~orpc'].meta.label ?? operation
}
