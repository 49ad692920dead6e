import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GuideTerm } from '../../renderer/app/guide/guide-book.ts'

/** The words of the program and their explanation for staff, from docs/glossary.md. */
export function readTerms(root: string): GuideTerm[] {
  const rows = readFileSync(join(root, 'docs/glossary.md'), 'utf8').matchAll(/^\|([^|]*)\|[^|]*\|[^|]*\|([^|]*)\|$/gm)
  return [...rows]
    .map(([, label = '', meaning = '']) => ({ label: label.trim(), meaning: meaning.trim() }))
    .filter(({ label }) => label !== 'Label' && !label.startsWith('-'))
}
