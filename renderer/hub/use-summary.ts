import { useQuery } from '@tanstack/react-query'
import { api } from './hub-client.ts'
import { useChosen } from './hub-year.ts'

export function useSummary() {
  const { chosen } = useChosen()
  return useQuery({ ...api.summary.queryOptions({ input: { year: chosen.year } }), placeholderData: before => before })
}
