import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GuideTerm } from '../../renderer/app/guide/guide-book.ts'

/** The words of the program with their line for staff, out of the glossary that the code is written by. */
export function readTerms(root: string): GuideTerm[] {
  const rows = readFileSync(join(root, 'docs/glossary.md'), 'utf8').matchAll(/^\|([^|]*)\|[^|]*\|[^|]*\|([^|]*)\|$/gm)
  return [...rows]
    .map(([, label = '', meaning = '']) => ({ label: label.trim(), meaning: meaning.trim() }))
    .filter(({ label }) => label !== 'Label' && !label.startsWith('-'))
}
