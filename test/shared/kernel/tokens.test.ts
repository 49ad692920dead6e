import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeTemplate, parseTemplate, type TemplatePart } from '../../../shared/kernel/tokens.ts'

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/)
const letters = fc.string({ unit: fc.constantFrom('{', '}', '*', 'a', ' ', '_', '9', 'é', ':') })
const part = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: fc.string({ minLength: 1 }), bold: fc.boolean() }),
  fc.record({ kind: fc.constant('text' as const), text: letters.filter(text => text !== ''), bold: fc.boolean() }),
  fc.record({ kind: fc.constant('token' as const), name, bold: fc.boolean() }),
)

/** Joins neighbouring texts of the same weight, as the parser does. */
function joined(parts: readonly TemplatePart[]): TemplatePart[] {
  const result: TemplatePart[] = []
  for (const one of parts) {
    const last = result.at(-1)
    if (last?.kind === 'text' && one.kind === 'text' && last.bold === one.bold) last.text += one.text
    else result.push({ ...one })
  }
  return result
}

describe('parseTemplate', () => {
  it('reads back every written line without a problem', () => {
    fc.assert(
      fc.property(fc.array(part), parts => {
        expect(parseTemplate(writeTemplate(parts))).toEqual({ parts: joined(parts), problems: [] })
      }),
    )
  })

  it('returns an escaped text exactly', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), letters), text => {
        const { parts, problems } = parseTemplate(escapeTemplate(text))
        expect(problems).toEqual([])
        expect(parts.map(one => (one.kind === 'text' && !one.bold ? one.text : '?')).join('')).toBe(text)
      }),
    )
  })

  it('loses no letter of a line with problems, except escapes and stars', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), letters), line => {
        const { parts } = parseTemplate(line)
        const shown = parts.map(one => (one.kind === 'text' ? one.text : `{${one.name}}`)).join('')
        const bare = (text: string) => text.replace(/[{}*]/g, '')
        expect(bare(shown)).toBe(bare(line))
      }),
    )
  })

  it.each([
    ['{nama', [{ kind: 'open', at: 0 }]],
    ['a}', [{ kind: 'stray', at: 1 }]],
    ['{}', [{ kind: 'name', at: 0, name: '' }]],
    ['{ nama }', [{ kind: 'name', at: 0, name: ' nama ' }]],
    ['{Nama}', [{ kind: 'name', at: 0, name: 'Nama' }]],
    ['a **b', [{ kind: 'bold', at: 2 }]],
    ['{a {b}', [{ kind: 'open', at: 0 }]],
    ['{{nama}}', []],
    ['5 * 3', []],
  ])('%s', (line, problems) => {
    expect(parseTemplate(line).problems).toEqual(problems)
  })
})

/** Writes a line that is read as these parts. */
function writeTemplate(parts: readonly TemplatePart[]): string {
  let line = ''
  let bold = false
  for (const part of parts) {
    if (part.bold !== bold) line += '**'
    bold = part.bold
    line += part.kind === 'token' ? `{${part.name}}` : escapeTemplate(part.text)
  }
  return bold ? `${line}**` : line
}
