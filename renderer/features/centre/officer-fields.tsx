import { Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import {
  type OfficerDraft,
  officerPrefixes,
  officerPrefixName,
  officerRoleNames,
  officerRoles,
} from '../../../shared/features/centre/centre.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { fieldOf } from '../../ui/form/field.tsx'
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
          data={officerRoles.map(role => ({ value: role, label: officerRoleNames[role] }))}
          {...fieldOf(form, 'role', { label: 'Bertindak sebagai' })}
        />
      )}
      <Columns widths="7rem 1fr">
        <Select
          data={officerPrefixes.map(prefix => ({ value: prefix, label: officerPrefixName(prefix) }))}
          {...fieldOf(form, 'prefix', { label: 'Awalan' })}
        />
        <TextInput {...fieldOf(form, 'title', { label: 'Jabatan' })} />
      </Columns>
      {form.values.prefix === 'a.n.' && (
        <div className={layout.pair}>
          <TextInput placeholder="Sekretaris" {...fieldOf(form, 'post', { label: 'Jabatan yang menandatangani' })} />
          <TextInput placeholder="Kepala Subbagian Umum" {...fieldOf(form, 'via', { label: 'u.b.', optional: true })} />
        </div>
      )}
      <TextInput data-autofocus {...fieldOf(form, 'name', { label: 'Nama lengkap dan gelar' })} />
      <div className={layout.pair}>
        <TextInput placeholder="Penata (III/c)" {...fieldOf(form, 'rank', { label: 'Pangkat', optional: true })} />
        <TextInput inputMode="numeric" {...fieldOf(form, 'nip', { label: 'NIP', optional: true })} />
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
