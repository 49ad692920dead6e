import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { elsewhere, forms, unlocking } from '../heavy/clerk/forms.ts'

const features = join(import.meta.dirname, '../../renderer/features')
const asks = /<(FormDrawer|FormModal|ReasonDialog|ConfirmDialog|ChoiceDialog)\b|use(Draft|Record)Form\(/

/** Source files of screens with a form or a question. */
function files(): string[] {
  return readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.tsx') && asks.test(readFileSync(join(features, name), 'utf8')))
    .map(name => name.replace(/\.tsx$/, '').replaceAll('\\', '/'))
}

test('every form is tested by keys in test/heavy/clerk, or says why not', () => {
  const pressed = new Set([...forms, unlocking].map(form => form.source))
  expect(files().filter(name => !pressed.has(name) && !(name in elsewhere))).toEqual([])
})

test('lists no form that does not exist, and none twice', () => {
  const all = readdirSync(features, { recursive: true, encoding: 'utf8' })
  const gone = [...[...forms, unlocking].map(form => form.source), ...Object.keys(elsewhere)].filter(
    name => !all.includes(`${name}.tsx`),
  )
  expect(gone).toEqual([])
  expect(forms.filter(form => form.source in elsewhere)).toEqual([])
})
