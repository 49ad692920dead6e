import { foldName } from '../shared/features/trainee/name/name.ts'
import { nearTo } from '../shared/features/trainee/name/near-name.ts'

/** Shorter words have too many neighbours: 'ani' is one letter away from half a class. */
const shortest = 4

/**
 * True if every typed word is a word of the name or its beginning, with at most one letter missing, added, wrong or swapped with its
 * neighbour.
 */
export function isNearName(typed: string, name: string): boolean {
  const words = foldName(name).split(' ')
  const parts = foldName(typed).split(' ').filter(Boolean)
  return parts.every(part =>
    words.some(word => word.startsWith(part) || (part.length >= shortest && nearTo(part).begins(word))),
  )
}
