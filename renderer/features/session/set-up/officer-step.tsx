import { Box } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { CentreDraft } from '../../../../shared/features/centre/centre.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { enterMovesOn } from '../../../ui/form/enter-moves-on.ts'
import { useFirstField } from '../../../ui/form/use-first-field.ts'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Letterhead } from '../../centre/letterhead.tsx'
import { OfficerFields, type OfficerValues } from '../../centre/officer-fields.tsx'
import { SignatureExample } from '../../centre/signature-example.tsx'

interface OfficerStepProps {
  form: UseFormReturnType<OfficerValues>
  centre: CentreDraft
  logo: string | null
  today: PlainDate
  onDone: () => unknown
}

export function OfficerStep({ form, centre, logo, today, onDone }: OfficerStepProps) {
  const fields = useFirstField<HTMLFormElement>()
  return (
    <Columns stacks widths="17fr 18fr" gap="1.75rem" maw="60rem">
      <form
        ref={fields}
        className={layout.tight}
        onKeyDownCapture={enterMovesOn(onDone)}
        onSubmit={event => event.preventDefault()}
      >
        <OfficerFields form={form} />
        <p className={layout.note}>
          Belum tahu namanya? Biarkan titik-titik: tercetak apa adanya dan ditulis tangan. Isi kapan saja di Pengaturan.
        </p>
      </form>
      <div className={layout.tight}>
        <Box component="p" mb="-0.5rem" fz="0.78125rem" fw={500} lh="1rem">
          Tanda tangan pada surat
        </Box>
        <Letterhead centre={centre} logo={logo ? <img src={logo} alt="" /> : null}>
          <SignatureExample city={centre.city} today={today} officer={form.values} />
        </Letterhead>
      </div>
    </Columns>
  )
}
