import { Flex, NumberInput, Select } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { ProgramRow } from '../../../../shared/features/program/contract.ts'
import { programId } from '../../../../shared/ids.ts'
import { type PlainDate, shortDay } from '../../../../shared/kernel/plain-date.ts'
import { KeyCap } from '../../../ui/action/key-cap.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { field, fieldOf } from '../../../ui/form/field.tsx'
import { SegmentedField } from '../../../ui/form/segmented-field.tsx'
import { TimeField } from '../../../ui/form/time-field.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import type { RailGap } from '../../../ui/rail/rail-day.ts'
import styles from './planner-fields.module.css'
import type { PlanValues } from './planner-values.ts'
import type { StartOnDayOff } from './use-planning.ts'

interface PlannerFieldsProps {
  form: UseFormReturnType<PlanValues>
  programs: readonly ProgramRow[]
  dayOff: (date: PlainDate) => RailGap | undefined
  /** The start is not a working day; Enter in the date then takes the next one. */
  startProblem: StartOnDayOff | null
}

/** The fields that determine the fifteen days, in one row. */
export function PlannerFields({ form, programs, dayOff, startProblem }: PlannerFieldsProps) {
  const { values } = form

  return (
    <Panel label="Program dan tanggal">
      <div className={styles.row}>
        <Select
          {...field({ label: 'Program pelatihan' })}
          placeholder="Ketik nama program"
          searchable
          selectFirstOptionOnChange
          // Otherwise opening selects the chosen option a moment later, which undoes the selection by typing.
          selectFirstOptionOnDropdownOpen
          openOnFocus={false}
          data-autofocus
          data-path="programId"
          data={programs
            .filter(program => program.active || program.id === values.programId)
            .map(program => ({ value: String(program.id), label: program.title }))}
          renderOption={({ option }) => (
            <ProgramOption program={programs.find(one => String(one.id) === option.value)} />
          )}
          error={form.errors.programId}
          value={values.programId === null ? null : String(values.programId)}
          onChange={id => form.setFieldValue('programId', id === null ? null : programId.parse(Number(id)))}
        />
        <DateField
          label="Tanggal mulai"
          dayOff={dayOff}
          {...form.getInputProps('start')}
          value={values.start}
          error={startProblem ? <StartText domainError={startProblem} /> : form.errors.start}
        />
        <SegmentedField
          label="Pekan kerja"
          data={[
            { value: '5', label: 'Sen–Jum' },
            { value: '6', label: 'Sen–Sab' },
          ]}
          value={String(values.week)}
          onChange={week => form.setFieldValue('week', week === '6' ? 6 : 5)}
        />
        <SegmentedField
          label="Cuti bersama"
          data={[
            { value: 'off', label: 'Libur' },
            { value: 'work', label: 'Masuk' },
          ]}
          {...form.getInputProps('jointLeave')}
        />
        <NumberInput
          min={1}
          max={12}
          clampBehavior="strict"
          allowDecimal={false}
          {...fieldOf(form, 'hours', { label: 'JP / hari' })}
        />
        <TimeField label="Mulai" {...form.getInputProps('startTime')} value={values.startTime} />
        <TimeField label="Selesai" {...form.getInputProps('endTime')} value={values.endTime} />
      </div>
    </Panel>
  )
}

function StartText({ domainError }: { domainError: StartOnDayOff }) {
  return (
    <span>
      {shortDay(domainError.date)} libur ({domainError.reason}). <KeyCap>Enter</KeyCap> mulai{' '}
      {shortDay(domainError.next)}
    </span>
  )
}

function ProgramOption({ program }: { program: ProgramRow | undefined }) {
  if (!program) return null
  return (
    <Flex component="span" flex="1 1 auto" justify="space-between" gap="0.75rem">
      {program.title}
      <span className={layout.quiet}>{program.theoryHours + program.practiceHours} JP</span>
    </Flex>
  )
}
