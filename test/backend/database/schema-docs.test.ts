import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { schemaPage } from '../../../build/schema-docs.ts'

test('docs/schema.md matches the schema: run npm run schema-docs', () => {
  const written = readFileSync(join(import.meta.dirname, '../../../docs/schema.md'), 'utf8')
  expect(written === schemaPage(), 'npm run schema-docs').toBe(true)
})

test('every table and view says what a row is', () => {
  expect(schemaPage().match(/^\| `\w+`.*\|\s+\|$/gm) ?? []).toEqual([])
})
