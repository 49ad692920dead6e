import { readdirSync } from 'node:fs'

/** Empty if the folder does not exist or cannot be opened. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
