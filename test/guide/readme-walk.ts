import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGuide, readPage, type WrittenPage } from '../../build/guide/read-guide.ts'

export const readmeId = 'README'

/** The "Sixty seconds" of the README, written like a task of the guide, so that they are walked too and their pictures taken. */
export function readmeWalk(root: string): WrittenPage {
  const text = readFileSync(join(root, 'README.md'), 'utf8')
  const [, part = ''] = text.split('## Sixty seconds\n')
  const steps = part.slice(part.indexOf('\n1. ') + 1, part.indexOf('\n\nThe guide'))
  return readPage(`${readmeId}.md`, `---\njudul: ${readmeId}\njenis: tugas\nmulai: /\n---\n\n${steps}\n`)
}

/** Everything that is walked: the tasks of the guide, and the README. */
export function allWalks(root: string): WrittenPage[] {
  return [...readGuide(root).filter(page => page.steps.length > 0), readmeWalk(root)]
}
