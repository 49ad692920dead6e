import { Box, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconDatabaseImport, IconFlask } from '@tabler/icons-react'
import type { z } from 'zod'
import { centreDraft } from '../../../../shared/features/centre/centre.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { line } from '../../../../shared/kernel/schema.ts'
import { useCentreSwitch } from '../../../app/frame/use-centre-switch.ts'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { enterMovesOn } from '../../../ui/form/enter-moves-on.ts'
import { fieldOf } from '../../../ui/form/field.tsx'
import { useFirstField } from '../../../ui/form/use-first-field.ts'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import { CentreFields } from '../../centre/centre-fields.tsx'
import { Letterhead } from '../../centre/letterhead.tsx'
import { useLogoPicker } from '../../centre/logo-picker.tsx'
import { SheetExample } from '../../centre/sheet-example.tsx'
import { OtherWay } from '../other-way.tsx'

/** Centre and first person are asked for on one page. */
export const centreStepDraft = centreDraft.extend({ operator: line(100, 1) })
type CentreStepValues = z.input<typeof centreStepDraft>

interface CentreStepProps {
  form: UseFormReturnType<CentreStepValues>
  logo: string | null
  onLogo: (logo: string | null) => void
  today: PlainDate
  /** Restores an existing centre from a backup of another computer. */
  onRestore: () => void
  /** Called after the last field. */
  onDone: () => unknown
}

export function CentreStep({ form, logo, onLogo, today, onRestore, onDone }: CentreStepProps) {
  const picker = useLogoPicker(logo, onLogo)
  const { openPractice } = useCentreSwitch()
  const fields = useFirstField<HTMLFormElement>()
  return (
    <Columns stacks widths="17fr 18fr" gap="1.75rem" maw="60rem">
      <form
        ref={fields}
        className={layout.tight}
        onKeyDownCapture={enterMovesOn(onDone)}
        onSubmit={event => event.preventDefault()}
      >
        <CentreFields inputProps={path => form.getInputProps(path)} />
        <TextInput {...fieldOf(form, 'operator', { label: 'Nama Anda' })} />
      </form>
      <div className={layout.tight}>
        <Box component="p" mb="-0.5rem" fz="0.78125rem" fw={500} lh="1rem">
          Kop surat, tergambar sambil diketik
        </Box>
        <Letterhead centre={form.values} logo={picker.box}>
          <SheetExample centre={form.values} today={today} />
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
          <OtherWay
            icon={IconDatabaseImport}
            title="Pulihkan dari cadangan"
            detail="Ganti komputer: dari diska USB atau folder"
            onAction={onRestore}
          />
        </Columns>
        <ErrorNote error={openPractice.error} />
      </div>
    </Columns>
  )
}
