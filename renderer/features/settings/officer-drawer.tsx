import {
  type OfficerDraft,
  type OfficerRole,
  officerDraft,
  officerPrefixName,
  officerRoleNames,
} from '../../../shared/features/centre/centre.ts'
import type { Officer } from '../../../shared/features/centre/contract.ts'
import { api, useCommand, useSession } from '../../app/client.ts'
import { useRecordForm } from '../../app/desk/use-record-form.ts'
import { FormDrawer } from '../../ui/dialog/form-dialog.tsx'
import layout from '../../ui/page/layout.module.css'
import { OfficerFields, type OfficerValues } from '../centre/officer-fields.tsx'
import { SignatureExample } from '../centre/signature-example.tsx'
import signature from './signature-sheet.module.css'

interface OfficerDrawerProps {
  /** Null for a new one. */
  officer: Officer | null
  onClose: () => void
}

export function OfficerDrawer({ officer, onClose }: OfficerDrawerProps) {
  const { today, centre } = useSession()
  const save = useCommand(api.centre.saveOfficer, {
    done: (_, input) => `${input.officer.name} disimpan.`,
    undo: async (_, { id, officer: now, seen }) =>
      seen && api.centre.saveOfficer.call({ id, officer: seen, seen: now }),
    canUndo: (_, { id, seen }) => id !== null && seen != null,
  })
  const { form, submit, ...record } = useRecordForm({
    subject: officer && `pejabat ${officer.id}`,
    schema: officerDraft,
    initial: valuesOf(officer),
    opened: officer && valuesOf(officer),
    save,
    input: (values, saw) => ({ id: officer?.id ?? null, officer: values, ...saw }),
    format: {
      role: (role: OfficerRole) => officerRoleNames[role],
      prefix: (prefix: OfficerDraft['prefix']) => officerPrefixName(prefix),
    },
    onLeave: onClose,
    onStored: onClose,
  })
  if (record.choice) return record.choice
  return (
    <FormDrawer
      title={officer ? officer.name : 'Penanda tangan baru'}
      onClose={onClose}
      {...record.dialog}
      action={{ label: 'Simpan penanda tangan', run: submit }}
    >
      <OfficerFields form={form} withRole />
      <div className={signature.sheet}>
        <SignatureExample city={centre.city} today={today} officer={form.values} />
      </div>
      <p className={layout.detail}>
        Pejabat diganti: isi “Berlaku sampai” pada yang lama, lalu tambahkan yang baru. Surat yang sudah terbit tetap.
      </p>
    </FormDrawer>
  )
}

function valuesOf(officer: Officer | null): OfficerValues {
  if (!officer)
    return { role: 'HEAD', prefix: '', title: '', name: '', rank: '', nip: '', validFrom: null, validUntil: null }
  const { id: _, ...values } = officer
  return values
}
