import { Flex, Input, NumberInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Rules } from '../../../shared/features/centre/centre.ts'
import { ruleLabels } from '../../../shared/features/centre/rule-words.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import { Columns } from '../../ui/page/columns.tsx'

const most = 8

/** From which final score on each predicate applies. A class keeps those of the day it was planned. */
export function BandFields({ form }: { form: UseFormReturnType<Rules> }) {
  const bands = form.values.predicateBands
  const set = (next: Rules['predicateBands']) => form.setFieldValue('predicateBands', next)
  const change = (at: number, part: Partial<Rules['predicateBands'][number]>) =>
    set(bands.map((band, index) => (index === at ? { ...band, ...part } : band)))
  const problem = Object.entries(form.errors).find(([path]) => path.startsWith('predicateBands'))?.[1]
  return (
    <Input.Wrapper
      {...field({
        label: ruleLabels.predicateBands,
        hint: 'Berlaku bagi kelas yang direncanakan sejak disimpan; kelas lain memakai predikat hari direncanakan.',
      })}
      labelElement="div"
      error={problem}
    >
      <Flex component="ol" direction="column" gap="0.375rem" m="0 0 0.5rem">
        {bands.map((band, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a band has no own key while it is typed
          <Columns component="li" key={index} align="center" gap="0.5rem" widths="6.5rem 1fr auto">
            <NumberInput
              aria-label={`Predikat ${index + 1}, mulai nilai`}
              leftSection="≥"
              decimalScale={2}
              min={0}
              max={100}
              value={band.from / 100}
              onChange={value => change(index, { from: Math.round(Number(value) * 100) })}
            />
            <TextInput
              aria-label={`Predikat ${index + 1}, sebutan`}
              {...typing(band.label, label => change(index, { label }))}
            />
            <ActionButton
              size="xs"
              tone="quiet"
              label={`Hapus predikat ${band.label}`}
              refused={bands.length === 1 ? 'Paling sedikit satu predikat.' : undefined}
              onAction={() => set(bands.filter((_, at) => at !== index))}
            >
              Hapus
            </ActionButton>
          </Columns>
        ))}
      </Flex>
      <ActionButton
        size="xs"
        refused={bands.length >= most ? `Paling banyak ${most} predikat.` : undefined}
        onAction={() => set([...bands, { from: 0, label: '' }])}
      >
        Tambah predikat
      </ActionButton>
    </Input.Wrapper>
  )
}
