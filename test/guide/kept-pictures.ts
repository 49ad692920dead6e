import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { looksDifferent } from './take-picture.ts'

export const pictureFolder = join(import.meta.dirname, '../../guide/gambar')

/** Whether the kept picture is missing or shows another screen than the one just taken. */
export async function isStale(file: string, taken: Buffer): Promise<boolean> {
  const kept = join(pictureFolder, file)
  return !existsSync(kept) || looksDifferent(readFileSync(kept), taken)
}
