import { ActionIcon, Box, Flex, NumberInput, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ClockKind } from '../../../../shared/features/cohort/day-clock.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { field, typing } from '../../../ui/form/field.tsx'
import { TimeField } from '../../../ui/form/time-field.tsx'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import styles from './clock-dialog.module.css'
import type { BreakValues, DayClockValues } from './clock-values.ts'

interface ClockFieldsProps {
  kind: ClockKind
  values: DayClockValues
  errors: ReadonlyMap<string, string>
  onChange: (values: DayClockValues) => void
}

const mostBreaks = 4

export function ClockFields({ kind, values, errors, onChange }: ClockFieldsProps) {
  const { startTime, minutesPerHour, breaks } = values
  const change = (key: number, part: Partial<BreakValues>) =>
    onChange({ ...values, breaks: breaks.map(pause => (pause.key === key ? { ...pause, ...part } : pause)) })
  const add = () => {
    const last = breaks.at(-1)?.after ?? 0
    const key = Math.max(-1, ...breaks.map(pause => pause.key)) + 1
    onChange({ ...values, breaks: [...breaks, { key, after: last + 2, minutes: 15, name: 'Istirahat' }] })
  }
  return (
    <>
      <div className={styles.times}>
        <TimeField
          label="Mulai"
          value={startTime}
          error={errors.get(`${kind}.startTime`)}
          onChange={time => onChange({ ...values, startTime: time })}
        />
        <NumberInput
          {...field({ label: 'Menit per JP' })}
          value={minutesPerHour ?? ''}
          error={errors.get(`${kind}.minutesPerHour`)}
          allowDecimal={false}
          onChange={value => onChange({ ...values, minutesPerHour: typeof value === 'number' ? value : null })}
        />
      </div>
      <Flex component="fieldset" miw={0} direction="column" align="flex-start" p={0} bd={0} m={0} gap="0.875rem">
        <Box component="legend" p={0} mb="0.25rem" fz="0.8125rem" fw={600} lh="1.125rem">
          Istirahat
        </Box>
        {breaks.length === 0 && <p className={layout.note}>Tanpa istirahat.</p>}
        {breaks.map((pause, index) => (
          <Columns key={pause.key} w="100%" align="end" gap="0.5rem" widths="6rem 5rem 1fr 2.25rem">
            <NumberInput
              {...field({ label: 'Sesudah JP' })}
              value={pause.after ?? ''}
              error={errors.get(`${kind}.breaks.${index}.after`)}
              allowDecimal={false}
              onChange={value => change(pause.key, { after: typeof value === 'number' ? value : null })}
            />
            <NumberInput
              {...field({ label: 'Menit' })}
              value={pause.minutes ?? ''}
              error={errors.get(`${kind}.breaks.${index}.minutes`)}
              allowDecimal={false}
              onChange={value => change(pause.key, { minutes: typeof value === 'number' ? value : null })}
            />
            <TextInput
              {...field({ label: 'Nama' })}
              {...typing(pause.name, name => change(pause.key, { name }))}
              error={errors.get(`${kind}.breaks.${index}.name`)}
            />
            <ActionIcon
              variant="subtle"
              size={36}
              mb="0.375rem"
              aria-label={`Hapus ${pause.name || 'istirahat'}`}
              onClick={() => onChange({ ...values, breaks: breaks.filter(one => one.key !== pause.key) })}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Columns>
        ))}
        <Flex align="center" gap="0.75rem" h="2rem">
          <ActionButton
            size="xs"
            icon={IconPlus}
            refused={breaks.length >= mostBreaks ? `Paling banyak ${mostBreaks} istirahat sehari.` : undefined}
            onAction={add}
          >
            Tambah istirahat
          </ActionButton>
          {errors.has(`${kind}.breaks`) && (
            <Box component="p" c="var(--err)" fz="0.75rem" lh="1rem" role="alert">
              {errors.get(`${kind}.breaks`)}
            </Box>
          )}
        </Flex>
      </Flex>
    </>
  )
}
