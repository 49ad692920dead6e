import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { type DomainErrorData, domainErrorMessage, entityLabels } from '../../shared/domain-error.ts'
import { formatOperation } from '../../shared/operation-labels.ts'

/** Sample values for the parameters of messages, by name; other parameters are texts. */
const values: Record<string, unknown> = {
  ...{ entity: 'cohort', n: 9, count: 2, rows: 20_000, year: 2025, years: [2027] },
  ...{ names: ['Siti'], missing: ['NIK'], sheets: ['Lembar'], messages: ['teks'], words: ['teks'] },
  people: [{ name: 'Siti', cohort: 'TR-2024-03', start: '2025-01-06' }],
  problems: [{ cohort: 'TR-2024-03', message: 'teks' }],
}
const dates =
  /^(date|latest|next|from|start|end|until|since|birthDate|signedOn|issuedOn|heldOn|opens|closes|due|before)$/

/** Errors in which a parameter has another meaning than usual. */
const special: Record<string, Record<string, unknown>> = {
  secret_wrong: { kind: 'PIN', left: 2 },
  sign_in_waits: { kind: 'PASSWORD', failures: 5, seconds: 42 },
  secret_must_change: { kind: 'PASSWORD' },
  secret_unchanged: { kind: 'PASSWORD' },
  once_over: { kind: 'PIN' },
  account_disabled: { at: '2024-12-02', admins: ['Siti'] },
  database_gone: { left: ['kunci'] },
  not_allowed: { group: 'trainee.change', roles: ['desk'], holders: ['Siti'] },
  second_person_needed: { roles: ['head'], approvers: [{ name: 'Siti' }] },
  second_person_asked: { approvers: ['Siti'] },
  second_person_waits: { dueAt: '2025-01-06T08:00:00' },
  own_request: { approvers: ['Siti'] },
  not_approver: { roles: ['head'] },
  taught_elsewhere: { start: '08:00', end: '09:00' },
  aid_step_impossible: { from: 'PROPOSED', to: 'PAID' },
  paper_waits: { words: 'Teks' },
  plan_over_budget: { planned: 2, budget: 1 },
  report_number_taken: { settledOn: '2025-01-06' },
  design_unreadable: { problems: ['Teks.'] },
  bundle_incomplete: { bundles: ['2024-12-30.balai'] },
  data_unanchored: { kind: 'missing' },
}

/** The data of an error with that code, with a value for every parameter of its message. */
function sample(code: string, words = 'Teks'): DomainErrorData {
  const given: Record<string, unknown> = { code, ...special[code] }
  return new Proxy(given, {
    get: (_, name: string) =>
      given[name] ??
      (name === 'names' || name === 'messages' ? [words] : values[name]) ??
      (dates.test(name) ? '2025-01-06' : words),
  }) as DomainErrorData
}

const folder = join(import.meta.dirname, '../../shared')
const declared: [string, Record<string, string | (() => string)>][] = []
for (const file of globSync('features/*/*errors.ts', { cwd: folder }).sort())
  declared.push(...Object.entries((await import(join(folder, file))) as Record<string, Record<string, string>>))
const codes = declared.filter(([name]) => name.endsWith('Errors')).flatMap(([, errors]) => Object.keys(errors))
const kinds = declared.filter(([name]) => name.endsWith('Entities')).flatMap(([, entities]) => Object.keys(entities))

describe('domain errors', () => {
  test('no two features declare the same code or the same kind of entity, and all kinds are merged', () => {
    expect(new Set(codes).size).toBe(codes.length)
    expect(kinds.sort()).toEqual(Object.keys(entityLabels).sort())
    expect(codes.length).toBeGreaterThan(150)
  })

  test.each(['not_found', 'name_taken', ...codes])('%s has a message', code => {
    const message = domainErrorMessage(sample(code))
    expect(message).toMatch(/^[\p{Lu}\d“].*/u)
    expect(message).not.toMatch(/undefined|\[object|NaN|Invalid/)
  })

  test.each(['not_found', 'name_taken', ...codes])('%s ends each sentence with one full stop', code => {
    expect(domainErrorMessage(sample(code, 'Rina Marliana, S.Pd.'))).not.toMatch(/[.?!]\.(\s|$)/u)
  })

  test('messages on the command line do not mention reloading a page', () => {
    const error: DomainErrorData = { code: 'not_found', entity: 'cohort' }
    expect(domainErrorMessage(error)).toBe('Angkatan tidak ditemukan. Mungkin sudah dihapus; muat ulang halaman.')
    expect(domainErrorMessage(error, 'command line')).toBe('Angkatan tidak ditemukan. Periksa kodenya.')
  })
})

test('the history has a label for every operation that may write', () => {
  const labels = Object.entries(contract).flatMap(([feature, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => !['query', 'stream'].includes(operation['~orpc'].meta.kind))
      .map(([name]) => formatOperation(`${feature}.${name}`)),
  )
  expect(labels.length).toBeGreaterThan(150)
  for (const label of labels) expect(label).toMatch(/^(Me\p{L}+|Masuk|Keluar)/u)
})
