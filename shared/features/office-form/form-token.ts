/**
 * text, number, date: what stands for it; a number or date alone in a cell of Excel stays one. picture: of Word only. condition: what stands
 * between {#name} and {/name} is kept or left out. list: it is repeated, with `fields` of its own.
 */
export type FormToken = {
  name: string
  kind: 'text' | 'number' | 'date' | 'picture' | 'condition' | 'list'
  explanation: string
  /** What a filled form says there. */
  example: string
  fields?: readonly FormToken[]
  /** More protected than other data: filling a form that has it is written down. */
  restricted?: boolean
}

type Line = readonly [name: string, kind: FormToken['kind'], explanation: string, example: string, restricted?: true]

export function tokens(...lines: readonly Line[]): FormToken[] {
  return lines.map(([name, kind, explanation, example, restricted]) => ({
    name,
    kind,
    explanation,
    example,
    ...(restricted ? { restricted } : {}),
  }))
}

export function list(name: string, explanation: string, fields: readonly FormToken[]): FormToken {
  const inside = fields.slice(0, 3).map(one => `{${one.name}}`)
  return { name, kind: 'list', explanation, example: `{#${name}}${inside.join(' ')}{/${name}}`, fields }
}
