import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { centreDraft, defaultRules, officerDraft, rulesDraft } from '../../../../shared/features/centre/centre.ts'
import { paperRules } from '../../../../shared/features/centre/paper-rules.ts'
import { ruleLabels, ruleWords } from '../../../../shared/features/centre/rule-words.ts'
import { fieldLabel } from '../../../../shared/features/history/field-labels.ts'
import { programDraft, roomDraft } from '../../../../shared/features/program/contract.ts'

const forms = { rulesDraft, paperRules, centreDraft, officerDraft, programDraft, roomDraft }
const settings = Object.entries(forms).flatMap(([form, { shape }]) =>
  Object.keys(shape).map(field => [form, field] as const),
)
/** Numbers whose field on the page shows nothing but the number. */
const plainNumbers = ['reserveUntilDay', 'firstCertificateNumber', 'firstStatementNumber']
const rules = Object.entries(rulesDraft.shape)

describe('settings', () => {
  test.each(settings)('%s: %s has a name', (_, field) => {
    expect(fieldLabel(field)).not.toBe(field)
    expect(fieldLabel(field)).toMatch(/^\p{L}/u)
  })

  test('a rule has the same name on its page and in the history', () => {
    for (const [field, label] of Object.entries(ruleLabels)) expect(fieldLabel(field)).toBe(label)
  })
})

describe('a rule in words', () => {
  const numbers = rules.filter(([, schema]) => schema instanceof z.ZodNumber).map(([field]) => field)
  test.each(numbers)('%s is shown with its unit', field => {
    const value = defaultRules[field as keyof typeof defaultRules]
    if (plainNumbers.includes(field)) expect(ruleWords(field, value)).toBe(undefined)
    else expect(ruleWords(field, value)).not.toMatch(new RegExp(`^(undefined|${value})$`))
  })

  const choices = rules.flatMap(([field, schema]) => {
    const one = schema instanceof z.ZodArray ? schema.element : schema
    return one instanceof z.ZodEnum ? one.options.map(value => [field, String(value)] as const) : []
  })
  test.each(choices)('%s %s is shown as on the page', (field, value) => {
    for (const words of [ruleWords(field, value), ruleWords(field, [value])]) {
      expect(words).toMatch(/^[\p{Lu}\d]/u)
      expect(words).not.toBe(value)
    }
  })

  test('a mark is not said in hundredths, and predicates are read out', () => {
    expect(ruleWords('passMark', 7050)).toBe('70,50')
    expect(ruleWords('lockAfter', 5)).toBe('5 menit')
    expect(ruleWords('requiredCredentialKinds', ['TEKNIS', 'ASESOR'])).toBe(
      'Sertifikat teknis sesuai kejuruan, Sertifikat asesor kompetensi',
    )
    expect(
      ruleWords('predicateBands', [
        { from: 9000, label: 'Sangat Baik' },
        { from: 0, label: 'Kurang' },
      ]),
    ).toBe('Sangat Baik mulai 90,00, Kurang mulai 0,00')
  })
})
