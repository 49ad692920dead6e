/**
 * text, number, date: replaced by a value; a number or date alone in an Excel cell keeps its type. picture: Word only. condition: the part between
 * {#name} and {/name} is kept or removed. list: repeated, with its own `fields`.
 */
export type FormToken = {
  name: string
  kind: 'text' | 'number' | 'date' | 'picture' | 'condition' | 'list'
  explanation: string
  /** Example of its value. */
  example: string
  fields?: readonly FormToken[]
  /** Restricted data: filling a form with it is recorded. */
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
