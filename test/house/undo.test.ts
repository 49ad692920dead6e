import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isContractProcedure } from '@orpc/contract'
import { expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { withoutUndo } from './commands-without-undo.ts'

const renderer = join(import.meta.dirname, '../../renderer')
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name))
  .map(name => readFileSync(join(renderer, name), 'utf8'))

/** All commands, as 'score.save'. */
function commands(tree: object, path: readonly string[] = []): string[] {
  return Object.entries(tree).flatMap(([name, one]) => {
    if (!isContractProcedure(one)) return commands(one as object, [...path, name])
    return (one['~orpc'].meta as { kind: string }).kind === 'command' ? [[...path, name].join('.')] : []
  })
}

/** The arguments of every call in the renderer that uses a command. */
const given = sources.flatMap(text =>
  [...text.matchAll(/\buse\w*Command\(/g)].map(({ index, 0: head }) => argumentsAt(text, index + head.length)),
)

function argumentsAt(text: string, start: number): string {
  let depth = 1
  let end = start
  for (; depth > 0 && end < text.length; end += 1)
    if ('([{'.includes(text[end] ?? '')) depth += 1
    else if (')]}'.includes(text[end] ?? '')) depth -= 1
  return text.slice(start, end)
}

/** The command of a call is the first one in its arguments; later ones are those that undo it. */
const takenBack = new Set(
  given.filter(words => /\bundo\b/.test(words)).map(words => /\bapi\.(\w+\.\w+)/.exec(words)?.[1]),
)
const takesBack = (operation: string) => takenBack.has(operation)

test('every command offers Urungkan, or says how else it is undone or why not', () => {
  const all = commands(contract)
  expect(all.length).toBeGreaterThan(100)
  expect(all.filter(one => !takesBack(one) && !(one in withoutUndo))).toEqual([])
})

test('lists no command that does not exist or that offers Urungkan by now', () => {
  const all = new Set(commands(contract))
  expect(Object.keys(withoutUndo).filter(one => !all.has(one) || takesBack(one))).toEqual([])
})
