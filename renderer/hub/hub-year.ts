import { createContext, useContext } from 'react'

/** Year of all pages, and the centre filtered by; null: newest year, all centres. */
export type Chosen = { year: number | null; centreId: string | null }
export const ChosenContext = createContext<{ chosen: Chosen; choose: (changes: Partial<Chosen>) => void }>({
  chosen: { year: null, centreId: null },
  choose: () => undefined,
})

export function useChosen() {
  return useContext(ChosenContext)
}
