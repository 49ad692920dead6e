import { createContext, useContext } from 'react'

/** The year that all pages show, and the centre that a figure was followed to; null: the newest, all. */
export type Chosen = { year: number | null; centreId: string | null }
export const ChosenContext = createContext<{ chosen: Chosen; choose: (changes: Partial<Chosen>) => void }>({
  chosen: { year: null, centreId: null },
  choose: () => undefined,
})

export function useChosen() {
  return useContext(ChosenContext)
}
