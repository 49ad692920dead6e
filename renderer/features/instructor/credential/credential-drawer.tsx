import { Autocomplete, Checkbox, SimpleGrid, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { type Credential, credentialDraft } from '../../../../shared/features/instructor/contract.ts'
import {
  type CredentialKind,
  credentialKinds,
  defaultValidUntil,
} from '../../../../shared/features/instructor/credential.ts'
import {
  type CredentialNumberField,
  unusualCredentialNumbers,
} from '../../../../shared/features/instructor/credential-number.ts'
import { type TradeCode, tradeCodes, tradeName } from '../../../../shared/features/program/trades.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand, useRead } from '../../../app/client.ts'
import { useRecordForm } from '../../../app/desk/use-record-form.ts'
import { FormDrawer, wideDrawer } from '../../../ui/dialog/form-dialog.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { fieldOf } from '../../../ui/form/field.tsx'
import { SegmentedField } from '../../../ui/form/segmented-field.tsx'
import layout from '../../../ui/page/layout.module.css'
import { type CredentialValues, longestShort, shortValidity, withIssued, withScheme } from './credential-values.ts'
import { findScheme, knownSchemes, sameTrades } from './known-schemes.ts'

interface CredentialDrawerProps {
  instructor: { id: InstructorId; name: string }
  title: string
  /** The credential to edit; null for a new one or a renewal. */
  credential: Credential | null
  initial: CredentialValues
  onClose: () => void
}

const kindLabels: Record<CredentialKind, string> = { TEKNIS: 'Teknis', METODOLOGI: 'Metodologi', ASESOR: 'Asesor' }

const examples: Record<CredentialNumberField, string> = {
  number: '61200 3513 3 0084945 2024',
  registration: 'TIK.1565.07438.2024',
  licence: 'BNSP-LSP-1279-ID',
}

/** A BNSP certificate as printed. Unusual numbers only cause a warning. Mount only while open. */
export function CredentialDrawer({ instructor, title, credential, initial, onClose }: CredentialDrawerProps) {
  const save = useCommand(api.instructor.saveCredential, {
    done: (_, { credential }) => `Sertifikat ${credential.number} disimpan.`,
    undo: ({ id }, { credential: now, seen, ...rest }) =>
      seen
        ? api.instructor.saveCredential.call({ ...rest, credential: seen, seen: now })
        : api.instructor.removeCredential.call({ id }),
  })
  const { form, submit, ...record } = useRecordForm({
    subject: credential && `sertifikat instruktur ${credential.id}`,
    schema: credentialDraft,
    initial,
    opened: credential && initial,
    save,
    input: (draft, saw) => ({ instructorId: instructor.id, id: credential?.id ?? null, credential: draft, ...saw }),
    onLeave: onClose,
    onStored: onClose,
    format: { kind: (kind: CredentialKind) => kindLabels[kind], trades: formatTrade },
  })
  const unusual = unusualCredentialNumbers(form.values)
  const instructors = useRead(api.instructor.list, {})
  const schemes = useMemo(() => knownSchemes(instructors.data ?? []), [instructors.data])
  const { kind } = form.values
  const known = findScheme(schemes, form.values)
  const differs = known !== undefined && !sameTrades(known.trades, form.values.trades)

  // The same date twice, or only the year of issue in both: asks once, because it is nearly always a mistake.
  const short = shortValidity(form.values)
  const usual = form.values.issued && defaultValidUntil(form.values.issued)
  const [warned, setWarned] = useState<number | null>(null)
  async function store() {
    if (short === null || warned === short) return submit()
    setWarned(short)
    form.getInputNode('validUntil')?.focus()
  }

  const numbered = (path: CredentialNumberField, label: string, optional: boolean) => (
    <TextInput
      spellCheck={false}
      {...fieldOf(form, path, {
        label,
        optional,
        warning: unusual.includes(path) && `Bentuknya tidak biasa. Umumnya seperti ${examples[path]}.`,
      })}
    />
  )

  if (record.choice) return record.choice
  return (
    <FormDrawer
      title={title}
      size={wideDrawer}
      onClose={onClose}
      {...record.dialog}
      action={{
        label: short !== null && warned === short ? `Tetap simpan, berlaku ${short} hari` : 'Simpan sertifikat',
        widest: `Tetap simpan, berlaku ${longestShort} hari`,
        run: store,
        pending: save.pending,
      }}
    >
      <SegmentedField
        label="Jenis sertifikat"
        data={credentialKinds.map(kind => ({ value: kind, label: kindLabels[kind] }))}
        {...form.getInputProps('kind')}
      />
      <Autocomplete
        data-autofocus
        openOnFocus={false}
        limit={6}
        data={schemes.filter(known => known.kind === kind).map(known => known.scheme)}
        {...fieldOf(form, 'scheme', { label: 'Skema sertifikasi' })}
        value={form.values.scheme}
        onChange={scheme => form.setValues(withScheme(form.getValues(), scheme, schemes))}
      />
      <div className={layout.pair}>
        {numbered('number', 'Nomor sertifikat', false)}
        {numbered('registration', 'No. Reg.', true)}
      </div>
      <div className={layout.pair}>
        <TextInput {...fieldOf(form, 'lsp', { label: 'LSP', optional: true })} />
        {numbered('licence', 'Nomor lisensi LSP', true)}
      </div>
      <div className={layout.pair}>
        <DateField
          label="Tanggal terbit"
          {...form.getInputProps('issued')}
          value={form.values.issued}
          onChange={issued => form.setValues(withIssued(form.getValues(), issued))}
        />
        <DateField
          label="Berlaku s.d."
          {...(short !== null && {
            warning: `Hanya berlaku ${short} hari. Benar begitu?`,
            ...(usual && {
              warningAction: {
                label: `Pakai s.d. ${shortDate(usual)} ${yearOf(usual)}`,
                onAction: () => form.setFieldValue('validUntil', usual),
              },
            }),
          })}
          {...form.getInputProps('validUntil')}
          value={form.values.validUntil}
        />
      </div>
      <Checkbox.Group
        {...fieldOf(form, 'trades', {
          label: 'Mencakup kejuruan',
          ...(kind === 'TEKNIS' ? {} : { hint: 'Kosong berarti semua kejuruan.' }),
          ...(differs && known
            ? {
                warning: `Selama ini skema ini mencakup ${formatTrade(known.trades)}.`,
                warningAction: { label: 'Pakai itu', onAction: () => form.setFieldValue('trades', known.trades) },
              }
            : {}),
        })}
        // After a refused save the focus goes to a checkbox, not to the group.
        data-path={undefined}
      >
        <SimpleGrid cols={2} mt={4} verticalSpacing="sm" spacing="md">
          {tradeCodes.map((trade, index) => (
            <Checkbox
              key={trade}
              value={trade}
              label={tradeName(trade)}
              {...(index === 0 ? { 'data-path': 'trades' } : {})}
            />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
    </FormDrawer>
  )
}

function formatTrade(trades: readonly TradeCode[]): string {
  return trades.length === 0 ? 'semua kejuruan' : trades.map(tradeName).join(', ')
}
