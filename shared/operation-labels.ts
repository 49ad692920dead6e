import { contract } from './contract.ts'

/** Text of an operation in the history; the bare name if this version does not know it. */
export function formatOperation(operation: string): string {
  const [feature = '', name = ''] = operation.split('.')
  const operations: Record<string, Record<string, { '~orpc': { meta: { label: string | null } } }>> = contract
  return operations[feature]?.[name]?.['~orpc'].meta.label ?? operation
}
