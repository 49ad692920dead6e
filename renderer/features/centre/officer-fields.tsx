import { Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import {
  type OfficerDraft,
  officerPrefixes,
  officerRoleNames,
  officerRoles,
} from '../../../shared/features/centre/centre.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { field } from '../../ui/form/field.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'

/** While the form is filled in, the first day may be missing. */
export type OfficerValues = Omit<OfficerDraft, 'validFrom'> & { validFrom: PlainDate | null }

interface OfficerFieldsProps {
  form: UseFormReturnType<OfficerValues>
  /** Asks for the role too; without it the role is head of the centre. */
  withRole?: boolean
}

/** A signatory: name, capacity and period. A paper takes the signatory whose period includes its date. */
export function OfficerFields({ form, withRole = false }: OfficerFieldsProps) {
  return (
    <>
      {withRole && (
        <Select
          {...field({ label: 'Bertindak sebagai' })}
          data={officerRoles.map(role => ({ value: role, label: officerRoleNames[role] }))}
          {...form.getInputProps('role')}
        />
      )}
      <Columns widths="7rem 1fr">
        <Select
          {...field({ label: 'Awalan' })}
          data={officerPrefixes.map(prefix => ({ value: prefix, label: prefix === '' ? 'tanpa' : prefix }))}
          {...form.getInputProps('prefix')}
        />
        <TextInput {...field({ label: 'Jabatan' })} {...form.getInputProps('title')} />
      </Columns>
      {form.values.prefix === 'a.n.' && (
        <div className={layout.pair}>
          <TextInput
            {...field({ label: 'Jabatan yang menandatangani' })}
            placeholder="Sekretaris"
            {...form.getInputProps('post')}
          />
          <TextInput
            {...field({ label: 'u.b.', optional: true })}
            placeholder="Kepala Subbagian Umum"
            {...form.getInputProps('via')}
          />
        </div>
      )}
      <TextInput data-autofocus {...field({ label: 'Nama lengkap dan gelar' })} {...form.getInputProps('name')} />
      <div className={layout.pair}>
        <TextInput
          {...field({ label: 'Pangkat', optional: true })}
          placeholder="Penata (III/c)"
          {...form.getInputProps('rank')}
        />
        <TextInput {...field({ label: 'NIP', optional: true })} inputMode="numeric" {...form.getInputProps('nip')} />
      </div>
      <div className={layout.pair}>
        <DateField label="Berlaku mulai" {...form.getInputProps('validFrom')} value={form.values.validFrom} />
        <DateField
          label="Berlaku sampai"
          optional
          {...form.getInputProps('validUntil')}
          value={form.values.validUntil}
        />
      </div>
    </>
  )
}
