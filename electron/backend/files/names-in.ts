import { readdirSync } from 'node:fs'

/** None where the folder is not there or does not open. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
