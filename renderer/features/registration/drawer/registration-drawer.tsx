import { Box, NumberInput, type NumberInputProps, Select, TextInput } from '@mantine/core'
import type { Registration } from '../../../../shared/features/registration/contract.ts'
import { mostPlaces, occasions } from '../../../../shared/features/registration/registration.ts'
import { occasionName } from '../../../../shared/features/registration/registration-format.ts'
import { activityId, type RegistrationId } from '../../../../shared/ids.ts'
import { api, useCommand, useRead, useToday } from '../../../app/client.ts'
import { useRecord } from '../../../app/desk/use-record.tsx'
import { useDraftForm } from '../../../app/use-draft-form.ts'
import { FormDrawer, wideDrawer } from '../../../ui/dialog/form-dialog.tsx'
import { ChoiceSelect } from '../../../ui/form/choice-select.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { field, fieldOf } from '../../../ui/form/field.tsx'
import { Columns } from '../../../ui/page/columns.tsx'
import { MeetingFields } from './meeting-fields.tsx'
import styles from './registration-drawer.module.css'
import { blankRegistration, type RegistrationValues, registrationForm, valuesOf } from './registration-values.ts'
import { StageFields } from './stage-fields.tsx'

interface RegistrationDrawerProps {
  /** Null for a new one. */
  registration: Registration | null
  onSaved: (id: RegistrationId) => void
  onClose: () => void
}

/** A registration: program, period, places, stages. Mount only while open. */
export function RegistrationDrawer({ registration, onSaved, onClose }: RegistrationDrawerProps) {
  const today = useToday()
  const initial: RegistrationValues = registration ? valuesOf(registration) : blankRegistration(today)
  const { form, read } = useDraftForm(registrationForm, initial)
  const { values } = form
  const programs = useRead(api.program.list, {})
  const cohorts = useRead(api.cohort.list, {})
  const activities = useRead(api.activity.titles, { year: values.year })
  const save = useCommand(api.registration.save, {
    done: (_, { registration: { title } }) => `${title} disimpan.`,
    undo: async (_, { id, registration: now, seen }) =>
      seen && api.registration.save.call({ id, registration: seen, seen: now }),
    canUndo: (_, { id, seen }) => id !== null && seen != null,
  })

  const record = useRecord({
    subject: registration && `pendaftaran ${registration.id}`,
    schema: registrationForm,
    opened: registration && initial,
    form,
    dirty: form.isDirty(),
    save,
    input: (draft, saw) => ({ id: registration?.id ?? null, registration: draft, ...saw }),
    onLeave: onClose,
    onStored: ({ id }) => onSaved(id),
    format: {
      programId: (id: number) => programs.data?.find(one => one.id === id)?.title ?? 'program lain',
      keptActivityId: (id: number) => activities.data?.find(one => one.id === id)?.title ?? 'kegiatan lain',
    },
  })

  async function submit() {
    const draft = read()
    if (draft) await record.store(draft)
  }

  const active = (programs.data ?? []).filter(one => one.active || one.id === values.programId)
  const classes = (cohorts.data ?? []).filter(
    one => one.program === active.find(program => program.id === values.programId)?.title && one.status !== 'cancelled',
  )
  function chooseProgram(id: string | null) {
    const program = active.find(one => String(one.id) === id)
    form.setFieldValue('programId', program?.id ?? null)
    form.setFieldValue('cohortCode', null)
    if (program && values.title.trim() === '') form.setFieldValue('title', `${program.title} ${values.year}`)
  }

  const whole = (path: 'year' | 'quota' | 'reserves' | 'keptPlaces', label: string): NumberInputProps => ({
    ...field({ label }),
    allowDecimal: false,
    ...form.getInputProps(path),
  })

  if (record.choice) return record.choice
  return (
    <FormDrawer
      title={registration ? 'Ubah pendaftaran' : 'Pendaftaran baru'}
      size={wideDrawer}
      onClose={onClose}
      {...record.dialog}
      action={{ label: 'Simpan pendaftaran', hint: 'simpan', run: submit, pending: save.pending }}
    >
      <ChoiceSelect
        {...field({ label: 'Program' })}
        data-autofocus
        clearable={false}
        data-path="programId"
        placeholder="Ketik nama program"
        data={active.map(one => ({ value: String(one.id), label: one.title }))}
        value={values.programId === null ? null : String(values.programId)}
        error={form.errors.programId && 'Pilih program.'}
        onChange={chooseProgram}
      />
      <TextInput {...fieldOf(form, 'title', { label: 'Nama pendaftaran' })} />
      <Columns widths="1fr 1fr 1fr">
        <DateField label="Dibuka" {...form.getInputProps('opens')} value={values.opens} data-path="opens" />
        <DateField label="Ditutup" {...form.getInputProps('closes')} value={values.closes} data-path="closes" />
        <NumberInput
          {...whole('year', 'Tahun anggaran')}
          thousandSeparator={false}
          onChange={year => form.setValues({ year: Number(year), keptActivityId: null })}
        />
      </Columns>
      <Columns widths="1fr 1fr 1fr">
        <NumberInput {...whole('quota', 'Kuota')} max={mostPlaces} />
        <NumberInput {...whole('reserves', 'Cadangan')} />
        <NumberInput {...whole('keptPlaces', 'Tempat kelurahan kosong')} />
      </Columns>
      <Select
        disabled={!(values.keptPlaces > 0)}
        {...field({
          label: 'Kelurahan kosong menurut',
          hint: 'Kelurahan yang belum mempunyai peserta di kegiatan ini.',
        })}
        data={[
          { value: 'all', label: `Semua kegiatan ${values.year}` },
          ...(activities.data ?? []).map(one => ({ value: String(one.id), label: one.title })),
        ]}
        openOnFocus={false}
        value={values.keptActivityId === null ? 'all' : String(values.keptActivityId)}
        onChange={value =>
          form.setFieldValue(
            'keptActivityId',
            value === null || value === 'all' ? null : activityId.parse(Number(value)),
          )
        }
      />
      <Select
        clearable
        openOnFocus={false}
        data={classes.map(one => ({ value: one.code, label: `${one.title} · ${one.code}` }))}
        {...fieldOf(form, 'cohortCode', {
          label: 'Kelas',
          optional: true,
          hint: 'Boleh menyusul, sebelum peserta dimasukkan.',
        })}
      />
      <StageFields form={form} />
      <fieldset className={styles.group}>
        <legend>Undangan</legend>
        {occasions
          .filter(occasion => occasion !== 'TEST' || values.test)
          .filter(occasion => occasion !== 'INTERVIEW' || values.interview)
          .map(occasion => (
            <MeetingFields
              key={occasion}
              name={occasionName(occasion)}
              values={values.meetings[occasion]}
              onChange={meeting => form.setFieldValue('meetings', { ...values.meetings, [occasion]: meeting })}
            />
          ))}
        {Object.keys(form.errors).some(path => path.startsWith('meetings')) && (
          <Box component="p" c="var(--err)" fz="0.75rem">
            Isi tanggal, jam, dan tempat bersama-sama, atau kosongkan ketiganya.
          </Box>
        )}
      </fieldset>
    </FormDrawer>
  )
}
