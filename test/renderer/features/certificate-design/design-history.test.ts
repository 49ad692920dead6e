import { expect, test } from 'vitest'
import { movedBlock, newText, withoutBlock } from '../../../../renderer/features/certificate-design/change-block.ts'
import { changeHistory, historyOf } from '../../../../renderer/features/certificate-design/design-history.ts'
import { designSchema } from '../../../../shared/features/certificate-design/design.ts'
import { klasik } from '../../../../shared/features/certificate-design/klasik.ts'
import { modern } from '../../../../shared/features/certificate-design/modern.ts'

const named = (name: string) => ({ ...klasik, name })
const change = (name: string, step: string | null) => ({ what: 'change' as const, design: named(name), step })

test('typing in one field is undone as a whole, and redone', () => {
  let history = historyOf(named('A'))
  for (const name of ['B', 'Ba', 'Bal']) history = changeHistory(history, change(name, 'name'))
  history = changeHistory(history, change('Lain', 'other'))
  history = changeHistory(history, { what: 'undo' })
  expect(history.present.name).toBe('Bal')
  history = changeHistory(history, { what: 'undo' })
  expect(history.present.name).toBe('A')
  expect(changeHistory(history, { what: 'undo' })).toBe(history)
  history = changeHistory(changeHistory(history, { what: 'redo' }), { what: 'redo' })
  expect(history.present.name).toBe('Lain')
  history = changeHistory(changeHistory(history, { what: 'undo' }), change('Baru', null))
  expect(history.future).toEqual([])
})

test('moving a block moves the displayed position, and steps do not accumulate errors', () => {
  const of = (design: typeof klasik, key: string) => design.blocks.find(block => block.key === key)
  let design = klasik
  for (let step = 0; step < 7; step += 1) design = movedBlock(design, 'nama', 0.1, -0.5, false)
  expect(of(design, 'nama')).toMatchObject({ x: 149.2, y: 97.3 })
  expect(of(movedBlock(klasik, 'foto', 5, 0, true), 'foto')).toMatchObject({ x: 133.5, two: { x: 123, y: 146 } })
  expect(of(movedBlock(klasik, 'nama', 5, 0, true), 'nama')).toMatchObject({ x: 153.5, two: null })
})

test('a design stays valid when any block is deleted and a text is added', () => {
  for (const design of [klasik, modern]) {
    for (const { key } of design.blocks) {
      const changed = withoutBlock(design, key)
      const added = { ...changed, blocks: [...changed.blocks, newText(changed)] }
      expect(designSchema.safeParse(added).success, key).toBe(true)
    }
  }
})
