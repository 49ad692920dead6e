import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WrittenPage } from '../../build/guide/read-guide.ts'
import { readmeId } from './readme-walk.ts'
import { looksDifferent } from './take-picture.ts'

const root = join(import.meta.dirname, '../..')

/** The folder of the pictures of a task. */
export function pictureFolder(task: WrittenPage): string {
  return join(root, task.id === readmeId ? 'build/readme' : 'guide/gambar')
}

/** Whether the kept picture is missing or shows another screen than the new one. */
export async function isStale(task: WrittenPage, file: string, taken: Buffer): Promise<boolean> {
  const kept = join(pictureFolder(task), file)
  return !existsSync(kept) || looksDifferent(readFileSync(kept), taken)
}
