import { Select, TextInput } from '@mantine/core'
import { dayOffKinds, dayOffLabel } from '../../../shared/features/calendar/day-off.ts'
import type { DayOffPreview } from '../../../shared/features/replan/day-off-change.ts'
import { api, useRead } from '../../app/client.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { enterMovesOn } from '../../ui/form/enter-moves-on.ts'
import { field, typing } from '../../ui/form/field.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './late-holiday-fields.module.css'
import type { LateHoliday, LateHolidayScope } from './use-late-holiday.ts'

interface LateHolidayFieldsProps {
  holiday: LateHoliday
  scope: LateHolidayScope
  known: DayOffPreview['known']
  onScope: (scope: Partial<LateHolidayScope>) => void
  /** Called by Enter in the last field. */
  onLast: () => void
}

/** Date and decree first, then the classes concerned. */
export function LateHolidayFields({ holiday, scope, known, onScope, onLast }: LateHolidayFieldsProps) {
  const { values, set } = holiday
  const cohorts = useRead(api.cohort.list, {})
  const open = cohorts.data?.filter(row => row.status === 'planned' || row.status === 'running') ?? []
  const adding = scope.action === 'add'
  return (
    <Panel label={adding ? 'Libur yang ditambahkan' : 'Libur yang dicabut'}>
      <form
        className={styles.fields}
        data-action={scope.action}
        onKeyDownCapture={enterMovesOn(onLast)}
        onSubmit={event => event.preventDefault()}
      >
        <DateField label="Tanggal libur" value={values.date} onChange={date => set({ date })} autoFocus />
        {adding ? (
          <>
            <Select
              {...field({ label: 'Jenis' })}
              // Joint leave always applies to the whole centre.
              data={dayOffKinds
                .filter(kind => scope.cohort === null || kind !== 'joint_leave')
                .map(kind => ({ value: kind, label: dayOffLabel(kind) }))}
              value={known?.kind ?? values.kind}
              disabled={known !== null}
              onChange={kind => set({ kind: dayOffKinds.find(one => one === kind) ?? values.kind })}
            />
            <TextInput
              {...field({ label: 'Nama' })}
              placeholder={dayOffLabel(values.kind)}
              maxLength={120}
              {...typing(known?.name ?? values.name, name => set({ name }))}
              disabled={known !== null}
            />
          </>
        ) : (
          <TextInput {...field({ label: 'Yang dicabut' })} value={known?.name ?? ''} readOnly tabIndex={-1} />
        )}
        <TextInput
          {...field({ label: adding ? 'Dasar' : 'Dasar pencabutan' })}
          placeholder="SKB, Keppres, surat edaran"
          maxLength={200}
          {...typing(values.source, source => set({ source }))}
        />
        <Select
          {...field({ label: 'Berlaku untuk' })}
          searchable
          // A list that opens on focus would take the Enter that moves on.
          openOnFocus={false}
          data={[
            { value: '', label: 'Semua kelas' },
            ...open.map(({ code, title }) => ({ value: code, label: title })),
          ]}
          value={scope.cohort ?? ''}
          onChange={cohort => onScope({ cohort: cohort === '' ? null : cohort })}
        />
      </form>
    </Panel>
  )
}
