import { api, useRead } from './hub-client.ts'
import { useChosen } from './hub-year.ts'

export function useSummary() {
  const { chosen } = useChosen()
  return useRead(api.summary, { year: chosen.year }, { placeholderData: before => before })
}
