import { Flex } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { RegistrationPaperKey } from '../../../../shared/facts/paper-key.ts'
import { type Registration, selectionReason } from '../../../../shared/features/registration/contract.ts'
import { longDate, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand, useRead } from '../../../app/client.ts'
import { type Action, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton, ActionButtons } from '../../../ui/action/action-button.tsx'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { FactList } from '../../../ui/page/fact-list.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import styles from '../registration.module.css'
import { RegistrationPage } from '../registration-page.tsx'
import { RegistrationPaperDialog } from '../registration-paper-dialog.tsx'
import { registrationPath } from '../registration-paths.ts'
import { formatCount, StipulationForm } from './stipulation-form.tsx'

/** Penetapan: number, date and official of the decree; afterwards the ranking is fixed. */
export function StipulationTab({ registration }: { registration: Registration }) {
  const centre = useRead(api.centre.get, {})
  const { stipulation } = registration
  return (
    <RegistrationPage registration={registration} tab="stipulation" facts="Penetapan (SK)">
      <ResultLine facts={stipulation ? `SK ${stipulation.decreeNumber}` : undefined}>
        {formatCount(registration)}
      </ResultLine>
      {stipulation === null ? (
        centre.data && (
          <StipulationForm
            registration={registration}
            officers={centre.data.officers.filter(one => one.role === 'HEAD')}
          />
        )
      ) : (
        <Stipulated registration={registration} stipulation={stipulation} />
      )}
    </RegistrationPage>
  )
}

interface StipulatedProps {
  registration: Registration
  stipulation: NonNullable<Registration['stipulation']>
}

function Stipulated({ registration, stipulation }: StipulatedProps) {
  const router = useRouter()
  const [dialog, setDialog] = useState<'reopen' | RegistrationPaperKey | null>(null)
  const reopen = useCommand(api.registration.reopen, { done: () => 'Penetapan dibuka kembali.' })
  const { id } = registration
  const close = () => setDialog(null)
  const next = primaryAction('Ctrl Enter', 'Ke daftar ulang', () => router.history.push(registrationPath(id, 'places')))
  const print: Action = {
    label: 'Cetak hasil seleksi',
    keys: 'Ctrl P',
    icon: IconPrinter,
    run: () => setDialog('selection-result'),
  }
  useActions([print, next])
  return (
    <>
      <Panel title="Sudah ditetapkan">
        <div className={styles.narrow}>
          <FactList
            facts={[
              { label: 'Nomor SK', value: stipulation.decreeNumber },
              { label: 'Tanggal', value: longDate(stipulation.decreeDate) },
              { label: 'Pejabat', value: stipulation.officer },
              {
                label: 'Dicatat',
                value: `${longDate(stipulation.at.slice(0, 10) as PlainDate)} oleh ${stipulation.by}`,
              },
            ]}
          />
        </div>
      </Panel>
      <Flex justify="flex-end" gap="0.375rem">
        <ActionButton onAction={() => setDialog('reopen')}>Buka kembali penetapan</ActionButton>
        <ActionButton icon={IconPrinter} onAction={() => setDialog('decree-participants')}>
          Cetak lampiran SK
        </ActionButton>
        <ActionButtons actions={[print, next]} />
      </Flex>
      {dialog === 'reopen' && (
        <ReasonDialog
          title="Buka kembali penetapan?"
          schema={selectionReason}
          action="Buka kembali penetapan"
          error={reopen.error}
          onAction={async reason => {
            if (await reopen.run({ id, reason })) close()
          }}
          onCancel={close}
        >
          Nilai dan keputusan dapat diubah lagi; hasil yang sudah dicetak tidak berlaku.
        </ReasonDialog>
      )}
      {dialog !== null && dialog !== 'reopen' && (
        <RegistrationPaperDialog registration={registration} paper={dialog} traineeId={null} onClose={close} />
      )}
    </>
  )
}
