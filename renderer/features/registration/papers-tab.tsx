import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import type { RegistrationPaperKey } from '../../../shared/facts/paper-key.ts'
import type { Registration, RegistrationPaperRow } from '../../../shared/features/registration/contract.ts'
import { api, useRead } from '../../app/client.ts'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { SubjectForms } from '../office-form/subject-forms.tsx'
import { RegistrationPage } from './registration-page.tsx'
import { RegistrationPaperDialog } from './registration-paper-dialog.tsx'

/** All papers of the registration, and what each waits for. */
export function PapersTab({ registration }: { registration: Registration }) {
  const reading = useRead(api.registration.papers, { id: registration.id })
  const [opened, setOpened] = useState<RegistrationPaperKey | null>(null)
  const open = (row: RegistrationPaperRow) => row.waitsFor === null && setOpened(row.key)
  const columns: DataColumn<RegistrationPaperRow>[] = [
    { head: 'Berkas', names: true, cell: row => <b>{row.title}</b>, sort: row => row.title },
    {
      head: 'Keadaan',
      width: '19rem',
      cell: row =>
        row.waitsFor === null ? (
          <Badge tone="ok" signed>
            siap
          </Badge>
        ) : (
          row.waitsFor
        ),
    },
    {
      head: 'Tindakan',
      width: '9rem',
      align: 'end',
      cell: row => (
        <ActionButton
          size="xs"
          icon={IconEye}
          label={`Buka lembar ${row.title}`}
          refused={row.waitsFor ?? undefined}
          onAction={() => open(row)}
        >
          Buka lembar
        </ActionButton>
      ),
    },
  ]
  return (
    <RegistrationPage
      registration={registration}
      tab="papers"
      facts={
        reading.data && `${reading.data.filter(row => row.waitsFor === null).length} dari ${reading.data.length} siap`
      }
      fixed
    >
      <ListPanel
        name="Berkas pendaftaran"
        query={reading}
        bars={6}
        unit="berkas"
        columns={columns}
        rowKey={row => row.key}
        rowLabel={row => row.title}
        rowHeight={2.75}
        onOpen={open}
        autoFocus
        empty={{ title: 'Belum ada berkas.' }}
      />
      <SubjectForms subject="REGISTRATION" of={{ registrationId: registration.id }} />
      {opened && (
        <RegistrationPaperDialog
          registration={registration}
          paper={opened}
          traineeId={null}
          onClose={() => setOpened(null)}
        />
      )}
    </RegistrationPage>
  )
}
