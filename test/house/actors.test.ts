import { isContractProcedure } from '@orpc/contract'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '../../shared/contract.ts'

// Who acts comes from the session of the desk. An operation that read it from its input could be called in the name of anybody.

type JsonSchema = {
  properties?: Record<string, JsonSchema>
  additionalProperties?: unknown
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  $defs?: Record<string, JsonSchema>
}

/** The input of every operation, as 'score.save'. */
function inputs(tree: object, path: readonly string[] = []): [string, JsonSchema][] {
  return Object.entries(tree).flatMap(([name, one]): [string, JsonSchema][] => {
    if (!isContractProcedure(one)) return inputs(one as object, [...path, name])
    const schema = one['~orpc'].inputSchema as z.ZodType | undefined
    if (!schema) return []
    return [[[...path, name].join('.'), z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as JsonSchema]]
  })
}

/** All fields of an input, as 'lines.account'. */
function fieldsOf(schema: JsonSchema, at = ''): string[] {
  const inner = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...Object.values(schema.$defs ?? {})]
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => [at + name, ...fieldsOf(one, `${at}${name}.`)]),
    ...inner.flatMap(one => (one ? fieldsOf(one, at) : [])),
  ]
}

const actor =
  /(^|\.)(operator|actor|author|by|person|user|who|approver|(asked|decided|done|written)By|\w*(operator|person|user)Id)$/i

/** Fields with such a name that do not say who acts. */
const others: Record<string, string> = {
  'access.save person': 'the account that is changed',
  'access.approveHere approver': 'checked by the secret typed with it',
  'centre.setUp operator': 'the first account, before anybody can sign in',
  'instructor.verifyCredential verified.by': 'who saw the credential on paper; the history names who typed it',
  'certificateDesign.save design.blocks.who': 'which official signs',
  'certificateDesign.save seen.blocks.who': 'which official signs',
  'certificateDesign.layOut design.blocks.who': 'which official signs',
  'certificateDesign.preview design.blocks.who': 'which official signs',
}
const sorting = /^trainee\.\w+ order\.by$/
const filter = /^history\.\w+ operator$/

test('no operation takes who acts from its input', () => {
  const found = inputs(contract).flatMap(([name, schema]) =>
    fieldsOf(schema).flatMap(field => (actor.test(field) ? [`${name} ${field}`] : [])),
  )
  const rest = found.filter(one => !sorting.test(one) && !filter.test(one))
  expect(rest.toSorted()).toEqual(Object.keys(others).toSorted())
})

const isStrict = ({ additionalProperties, anyOf, oneOf }: JsonSchema): boolean =>
  additionalProperties === false || (anyOf ?? oneOf)?.every(isStrict) === true

test('every input refuses fields that it does not know', () => {
  const all = inputs(contract)
  expect(all.length).toBeGreaterThan(250)
  expect(all.flatMap(([name, schema]) => (isStrict(schema) ? [] : [name]))).toEqual([])
})
