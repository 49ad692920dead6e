import { Checkbox, NumberInput } from '@mantine/core'
import { z } from 'zod'
import { field, ticking } from '../../../ui/form/field.tsx'
import { SegmentedField } from '../../../ui/form/segmented-field.tsx'
import { TimeField } from '../../../ui/form/time-field.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import styles from './work-program.module.css'

/** Choices that apply to all requested classes. */
export const workProgramChoices = z.object({
  year: z.number(),
  week: z.union([z.literal(5), z.literal(6)]),
  jointLeave: z.enum(['off', 'work']),
  hours: z.number(),
  startTime: z.string(),
  endTime: z.string(),
  withinBudgetYear: z.boolean(),
})
export type WorkProgramChoices = z.infer<typeof workProgramChoices>

interface ChoicesProps {
  choices: WorkProgramChoices
  onChoices: (choices: WorkProgramChoices) => void
}

export function WorkProgramChoiceFields({ choices, onChoices }: ChoicesProps) {
  const set = (change: Partial<WorkProgramChoices>) => onChoices({ ...choices, ...change })
  return (
    <Panel label="Berlaku untuk semua angkatan" dense>
      <div className={styles.choices}>
        <NumberInput
          {...field({ label: 'Tahun anggaran' })}
          min={2000}
          max={2100}
          allowDecimal={false}
          thousandSeparator={false}
          value={choices.year}
          onChange={year => typeof year === 'number' && set({ year })}
        />
        <SegmentedField
          label="Pekan kerja"
          data={[
            { value: '5', label: 'Sen–Jum' },
            { value: '6', label: 'Sen–Sab' },
          ]}
          value={String(choices.week)}
          onChange={week => set({ week: week === '6' ? 6 : 5 })}
        />
        <SegmentedField
          label="Cuti bersama"
          data={[
            { value: 'off', label: 'Libur' },
            { value: 'work', label: 'Masuk' },
          ]}
          value={choices.jointLeave}
          onChange={jointLeave => set({ jointLeave: jointLeave === 'work' ? 'work' : 'off' })}
        />
        <NumberInput
          {...field({ label: 'JP / hari' })}
          min={1}
          max={12}
          clampBehavior="strict"
          allowDecimal={false}
          value={choices.hours}
          onChange={hours => typeof hours === 'number' && set({ hours })}
        />
        <TimeField label="Mulai" value={choices.startTime} onChange={startTime => set({ startTime })} />
        <TimeField label="Selesai" value={choices.endTime} onChange={endTime => set({ endTime })} />
        <Checkbox
          className={styles.check}
          label="Selesai dalam tahun anggaran yang sama"
          {...ticking(choices.withinBudgetYear, withinBudgetYear => set({ withinBudgetYear }))}
        />
      </div>
    </Panel>
  )
}
