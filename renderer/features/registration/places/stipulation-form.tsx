import { Flex, Select, TextInput } from '@mantine/core'
import { IconGavel } from '@tabler/icons-react'
import { useState } from 'react'
import type { Officer } from '../../../../shared/features/centre/contract.ts'
import { officeOf } from '../../../../shared/features/centre/signatory.ts'
import { type Registration, stipulationDraft } from '../../../../shared/features/registration/contract.ts'
import type { Outcome } from '../../../../shared/features/registration/registration.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand, useToday } from '../../../app/client.ts'
import { useHostAway } from '../../../app/desk/use-connection.ts'
import { useDraftForm } from '../../../app/use-draft-form.ts'
import { primaryAction, runAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../../ui/action/action-button.tsx'
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx'
import { CheckList } from '../../../ui/feedback/check-list.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { enterMovesOn } from '../../../ui/form/enter-moves-on.ts'
import { field, fieldOf } from '../../../ui/form/field.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import styles from '../registration.module.css'
import { registrationPath } from '../registration-paths.ts'

export function formatCount({ applicants }: Registration): string {
  const count = (decision: Outcome) => applicants.filter(one => one.decision === decision).length
  return `${count('accepted')} lulus · ${count('reserve')} cadangan · ${count('rejected')} tidak`
}

type Values = { decreeNumber: string; decreeDate: PlainDate | null; officerId: number | null }

export function StipulationForm({
  registration,
  officers,
}: {
  registration: Registration
  officers: readonly Officer[]
}) {
  const today = useToday()
  const [confirming, setConfirming] = useState(false)
  const stipulate = useCommand(api.registration.stipulate, {
    done: ({ accepted, reserves, rejected }) =>
      `Hasil seleksi ditetapkan: ${accepted} lulus, ${reserves} cadangan, ${rejected} tidak.`,
  })
  const initial: Values = { decreeNumber: '', decreeDate: today, officerId: officers[0]?.id ?? null }
  const { form, read } = useDraftForm(stipulationDraft, initial)
  const { missing, id } = registration
  const away = useHostAway()
  const ask = primaryAction('Ctrl Enter', 'Tetapkan hasil seleksi', () => read() !== null && setConfirming(true), {
    needs: 'selection.stipulate',
    icon: IconGavel,
    pending: stipulate.pending,
    refused: missing.length > 0 ? `Belum bisa ditetapkan: ${missing.join(' · ')}` : away,
  })
  useActions([ask])

  async function submit() {
    const draft = read()
    setConfirming(false)
    const seen = registration.applicants.map(one => ({ applicantId: one.id, decision: one.decision }))
    if (draft) await stipulate.run({ id, stipulation: draft, seen })
  }

  return (
    <>
      {missing.length > 0 && (
        <Panel title="Belum bisa ditetapkan">
          <CheckList
            label="Yang masih kurang"
            checks={missing.map(words => ({
              key: words,
              tone: 'err' as const,
              title: words.replace(/^./, first => first.toUpperCase()),
              action: <LinkAction path={registrationPath(id, 'ranking')}>Buka peringkat</LinkAction>,
            }))}
          />
        </Panel>
      )}
      <ErrorNote error={stipulate.error} />
      <Panel title="Surat keputusan">
        <div
          className={classNames(layout.stack, styles.narrow)}
          onKeyDownCapture={enterMovesOn(() => void runAction(ask))}
        >
          <Columns widths="2fr 1fr">
            <TextInput
              autoFocus={missing.length === 0}
              placeholder="800.2/153-Disnaker/2024"
              {...fieldOf(form, 'decreeNumber', { label: 'Nomor SK' })}
            />
            <DateField
              label="Tanggal SK"
              {...form.getInputProps('decreeDate')}
              value={form.values.decreeDate}
              data-path="decreeDate"
            />
          </Columns>
          <Select
            {...field({ label: 'Pejabat' })}
            openOnFocus={false}
            data-path="officerId"
            data={officers.map(one => ({ value: String(one.id), label: `${one.name}, ${officeOf(one)}` }))}
            value={form.values.officerId === null ? null : String(form.values.officerId)}
            error={form.errors.officerId}
            onChange={value => form.setFieldValue('officerId', value === null ? null : Number(value))}
          />
          <Flex justify="flex-end" gap="0.375rem">
            <ActionButton action={ask} />
          </Flex>
        </div>
      </Panel>
      <ConfirmDialog
        opened={confirming}
        title={`Tetapkan ${formatCount(registration)}?`}
        action={ask.label}
        onAction={submit}
        onCancel={() => setConfirming(false)}
      >
        Nilai dan peringkat tidak dapat diubah lagi. Penetapan dapat dibuka kembali selama belum ada yang daftar ulang.
      </ConfirmDialog>
    </>
  )
}
