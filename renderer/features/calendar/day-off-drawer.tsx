import { Box, Checkbox, Drawer, Flex, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { CalendarDay } from '../../../shared/features/calendar/contract.ts'
import { type DayOffKind, dayOffDraft, dayOffKinds, dayOffLabel } from '../../../shared/features/calendar/day-off.ts'
import { fullDate, isPlainDate, type PlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../app/client.ts'
import { useRecordForm } from '../../app/desk/use-record-form.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { FormDrawer } from '../../ui/dialog/form-dialog.tsx'
import { useReturnFocus } from '../../ui/dialog/use-return-focus.ts'
import { Note } from '../../ui/feedback/note.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { fieldOf } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { lateHolidayPath } from './late-holiday-path.ts'

interface DayOffDrawerProps {
  /** The stored day off, or null for a new one. */
  day: CalendarDay | null
  /** Date chosen in the grid for a new one. */
  date?: string
  onClose: () => void
}

/** Adds, changes or removes a day off. */
export function DayOffDrawer({ day, date, onClose }: DayOffDrawerProps) {
  useReturnFocus()
  const [planned, setPlanned] = useState<string[]>([])
  const save = useCommand(api.calendar.saveDay, {
    done: (_, input) => `${shortDay(input.day.date)} tercatat libur.`,
    undo: ({ id }) =>
      day ? api.calendar.saveDay.call({ id: day.id, day: draftOf(day) }) : api.calendar.removeDay.call({ id }),
  })
  const remove = useCommand(api.calendar.removeDay, {
    done: () => (day ? `${day.name} dihapus dari kalender.` : null),
    undo: async () => day && api.calendar.saveDay.call({ id: null, day: draftOf(day) }),
  })

  const { form, submit, ...record } = useRecordForm({
    subject: day && `libur ${day.id}`,
    schema: dayOffDraft,
    initial: initialValues(day, date),
    opened: day && draftOf(day),
    save,
    input: (values, saw) => ({ id: day?.id ?? null, day: values, ...saw }),
    onLeave: onClose,
    onStored({ plannedCohorts }) {
      // Keep the drawer open to show the classes that still meet on that day.
      if (plannedCohorts.length > 0) setPlanned(plannedCohorts)
      else onClose()
    },
    format: { kind: dayOffLabel },
  })
  async function takeAway() {
    if (day && (await remove.run({ id: day.id }))) onClose()
  }
  const title = day ? fullDate(day.date) : 'Hari libur baru'

  if (record.choice) return record.choice
  if (planned.length > 0)
    return (
      <Drawer opened onClose={onClose} title={title}>
        <Moved planned={planned} date={form.values.date} onClose={onClose} />
      </Drawer>
    )
  return (
    <FormDrawer
      title={title}
      onClose={onClose}
      {...record.dialog}
      error={record.error ?? remove.error}
      action={{ label: 'Simpan hari libur', run: submit }}
      extra={
        day && (
          <ActionButton tone="quiet" icon={IconTrash} onAction={takeAway}>
            Hapus hari libur
          </ActionButton>
        )
      }
    >
      <DateField
        label="Tanggal"
        {...form.getInputProps('date')}
        value={form.values.date}
        autoFocus={day === null && form.values.date === null}
      />
      <Select
        data={dayOffKinds.map(kind => ({ value: kind, label: dayOffLabel(kind) }))}
        {...fieldOf(form, 'kind', { label: 'Jenis' })}
      />
      <TextInput
        data-autofocus={form.values.date !== null || undefined}
        {...fieldOf(form, 'name', { label: 'Nama' })}
      />
      <TextInput
        {...fieldOf(form, 'source', { label: 'Dasar', optional: true, hint: 'Nomor keputusan atau surat edaran.' })}
      />
      <Checkbox
        label="Tanggalnya pasti"
        description="Lepas untuk hari raya yang menunggu sidang isbat: dapat bergeser sehari."
        {...form.getInputProps('certain', { type: 'checkbox' })}
      />
      {day && (
        <LinkAction size="small" path={lateHolidayPath(day.date, 'withdraw')}>
          Cabut libur ini dan tarik kelas kembali
        </LinkAction>
      )}
    </FormDrawer>
  )
}

function Moved({
  planned,
  date,
  onClose,
}: {
  planned: readonly string[]
  date: PlainDate | null
  onClose: () => void
}) {
  const { history } = useRouter()
  return (
    <div className={layout.stack}>
      <Note tone="warn" live title={`${planned.length} kelas masih terjadwal pada hari itu:`}>
        {planned.join(', ')}. Jadwalnya belum berubah: lihat dulu akibatnya, lalu geser semua sekaligus.
      </Note>
      <Flex wrap="wrap" align="center" gap="0.625rem" mt="0.5rem">
        <ActionButton onAction={onClose}>Nanti saja</ActionButton>
        <Box component="span" flex="1 1 auto" />
        <ActionButton tone="primary" autoFocus onAction={() => date && history.push(lateHolidayPath(date))}>
          Geser kelasnya
        </ActionButton>
      </Flex>
    </div>
  )
}

interface DayOffValues {
  date: PlainDate | null
  kind: DayOffKind
  name: string
  source: string
  certain: boolean
}

function initialValues(day: CalendarDay | null, date: string | undefined): DayOffValues {
  if (day) return draftOf(day)
  return { date: isPlainDate(date) ? date : null, kind: 'national_holiday', name: '', source: '', certain: true }
}

function draftOf({ date, kind, name, source, certain }: CalendarDay) {
  return { date, kind, name, source, certain }
}
