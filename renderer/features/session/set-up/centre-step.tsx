import { Box, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconDatabaseImport, IconFlask } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import { centreDraft } from '../../../../shared/features/centre/centre.ts'
import type { SessionStatus } from '../../../../shared/features/session/contract.ts'
import { line } from '../../../../shared/kernel/schema.ts'
import { useCentreSwitch } from '../../../app/frame/use-centre-switch.ts'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import { enterMovesOn } from '../../../ui/form/enter-moves-on.ts'
import { field } from '../../../ui/form/field.tsx'
import { useFirstField } from '../../../ui/form/use-first-field.ts'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { CentreFields } from '../../centre/centre-fields.tsx'
import { Letterhead } from '../../centre/letterhead.tsx'
import { useLogoPicker } from '../../centre/logo-picker.tsx'
import { SheetExample } from '../../centre/sheet-example.tsx'
import { OtherWay } from '../other-way.tsx'
import { SnapshotList } from '../snapshot-list.tsx'
import styles from './set-up-step.module.css'

/** The centre and the person at the desk are asked for on one page. */
export const centreStepDraft = centreDraft.extend({ operator: line(100, 1) })
type CentreStepValues = z.input<typeof centreStepDraft>

interface CentreStepProps {
  form: UseFormReturnType<CentreStepValues>
  logo: string | null
  onLogo: (logo: string | null) => void
  status: SessionStatus
  /** After the last field. */
  onDone: () => unknown
}

export function CentreStep({ form, logo, onLogo, status, onDone }: CentreStepProps) {
  const picker = useLogoPicker(logo, onLogo)
  const { openPractice } = useCentreSwitch()
  const [restoring, setRestoring] = useState(false)
  const fields = useFirstField<HTMLFormElement>()
  return (
    <div className={styles.columns}>
      <form
        ref={fields}
        className={layout.tight}
        onKeyDownCapture={enterMovesOn(onDone)}
        onSubmit={event => event.preventDefault()}
      >
        <CentreFields inputProps={path => form.getInputProps(path)} />
        <TextInput {...field({ label: 'Nama Anda' })} {...form.getInputProps('operator')} />
      </form>
      <div className={layout.tight}>
        <Box component="p" mb="-0.5rem" fz="0.78125rem" fw={500} lh="1rem">
          Kop surat, tergambar sambil diketik
        </Box>
        <Letterhead centre={form.values} logo={picker.box}>
          <SheetExample centre={form.values} today={status.today} />
        </Letterhead>
        {logo && picker.actions}
        <Columns gap="0.75rem" widths="1fr 1fr" align="stretch">
          <OtherWay
            icon={IconFlask}
            title="Coba dulu dengan data contoh"
            detail="Balai latihan terpisah, orangnya rekaan"
            pending={openPractice.pending}
            onAction={() => openPractice.run({})}
          />
          {status.snapshots.length > 0 && (
            <OtherWay
              icon={IconDatabaseImport}
              title="Pulihkan dari cadangan"
              detail={`${status.snapshots.length} cadangan ada di folder ini`}
              onAction={() => setRestoring(!restoring)}
            />
          )}
        </Columns>
        <ErrorNote error={openPractice.error} />
        {restoring && (
          <Panel title="Cadangan di folder ini" flush>
            <SnapshotList snapshots={status.snapshots} proven={status.provenSnapshot} />
          </Panel>
        )}
      </div>
    </div>
  )
}
