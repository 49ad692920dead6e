import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { CentreDraft, Rules } from '../../../shared/features/centre/centre.ts'
import { checkTemplate, renderNumber } from '../../../shared/features/centre/numbering.ts'
import { ruleChoices, ruleLabels, ruleUnits } from '../../../shared/features/centre/rule-words.ts'
import { useToday } from '../../app/client.ts'
import { fieldOf } from '../../ui/form/field.tsx'
import { SegmentedField } from '../../ui/form/segmented-field.tsx'
import layout from '../../ui/page/layout.module.css'

interface LetterRulesProps {
  form: UseFormReturnType<Rules>
  centre: Pick<CentreDraft, 'unit' | 'classification'>
}

/** Numbers of certificates and statements, and look of the certificate. */
export function LetterRules({ form, centre }: LetterRulesProps) {
  const date = useToday()
  const { certificateTemplate, statementTemplate, firstCertificateNumber, firstStatementNumber } = form.values
  // An unfinished pattern has no example; its error is shown under the field.
  const example = (template: string, sequence: number) =>
    `Contoh: ${
      checkTemplate(template).length === 0 && Number.isInteger(sequence) && sequence > 0
        ? renderNumber(template, { ...centre, date, sequence, series: 'TR' })
        : '…'
    }`
  return (
    <div className={layout.stack}>
      <TextInput
        spellCheck={false}
        {...fieldOf(form, 'certificateTemplate', {
          label: ruleLabels.certificateTemplate,
          hint: example(certificateTemplate, firstCertificateNumber),
        })}
      />
      <TextInput
        spellCheck={false}
        {...fieldOf(form, 'statementTemplate', {
          label: ruleLabels.statementTemplate,
          hint: example(statementTemplate, firstStatementNumber),
        })}
      />
      <p className={layout.detail}>
        Token: {'{klasifikasi} {urut} {urut:4} {unit} {seri} {bulan} {bulan_romawi} {tahun}'}. Wajib memuat {'{urut}'}{' '}
        dan {'{tahun}'}.
      </p>
      <div className={layout.pair}>
        <NumberInput
          {...fieldOf(form, 'firstCertificateNumber', {
            label: ruleLabels.firstCertificateNumber,
            hint: 'Bila tahun ini sudah ada yang ditulis tangan.',
          })}
        />
        <NumberInput {...fieldOf(form, 'firstStatementNumber', { label: ruleLabels.firstStatementNumber })} />
      </div>
      <Choice
        label={ruleLabels.certificateBackSignedBy}
        words={ruleChoices.certificateBackSignedBy}
        value={form.values.certificateBackSignedBy}
        onChange={value => form.setFieldValue('certificateBackSignedBy', value)}
      />
      <Choice
        label={ruleLabels.certificatePalette}
        words={ruleChoices.certificatePalette}
        value={form.values.certificatePalette}
        onChange={value => form.setFieldValue('certificatePalette', value)}
      />
      <NumberInput
        suffix={ruleUnits.issueDaysAhead}
        {...fieldOf(form, 'issueDaysAhead', {
          label: ruleLabels.issueDaysAhead,
          hint: 'Untuk penyerahan beberapa hari lagi; 0 berarti paling lambat hari ini.',
        })}
      />
      <Checkbox label={ruleLabels.printPhoto} {...form.getInputProps('printPhoto', { type: 'checkbox' })} />
    </div>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  words: Readonly<Record<Value, string>>
  value: Value
  onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, words, value, onChange }: ChoiceProps<Value>) {
  return (
    <SegmentedField
      label={label}
      fullWidth={false}
      data={(Object.keys(words) as Value[]).map(key => ({ value: key, label: words[key] }))}
      value={value}
      onChange={next => onChange(next as Value)}
    />
  )
}
