import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CentreDraft } from '../../../../shared/features/centre/centre.ts'
import type { SessionStatus } from '../../../../shared/features/session/contract.ts'
import { longDate } from '../../../../shared/kernel/plain-date.ts'
import { CheckList } from '../../../ui/feedback/check-list.tsx'
import { enterMovesOn } from '../../../ui/form/enter-moves-on.ts'
import { useFirstField } from '../../../ui/form/use-first-field.ts'
import layout from '../../../ui/page/layout.module.css'
import { formatClock } from '../../../ui/page/moment-format.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import type { OfficerValues } from '../../centre/officer-fields.tsx'
import { unknownName } from '../unknown-name.ts'

interface StartStepProps {
  centre: CentreDraft & { operator: string }
  officer: OfficerValues
  status: SessionStatus
  /** Fields of the first password or PIN. */
  secret: ReactNode
  /** Called by Enter in the last field. */
  onDone: () => unknown
}

/** Summary of the entered data and of what the program includes, before it is written. */
export function StartStep({ centre, officer, status, secret, onDone }: StartStepProps) {
  const from = officer.validFrom ? `berlaku mulai ${longDate(officer.validFrom)}` : ''
  const first = useFirstField<HTMLDivElement>()
  return (
    <Box ref={first} className={layout.stack} maw="44rem" onKeyDownCapture={enterMovesOn(() => void onDone())}>
      <Panel title={`Sandi untuk ${centre.operator}`}>{secret}</Panel>
      <Panel>
        <CheckList
          label="Yang sudah siap"
          checks={[
            {
              key: 'centre',
              tone: 'ok',
              title: centre.name,
              detail: [centre.agency, centre.government].filter(Boolean).join(', '),
            },
            {
              key: 'officer',
              tone: officer.name === unknownName ? 'warn' : 'ok',
              title: [officer.prefix, officer.title].filter(Boolean).join(' '),
              detail: [officer.name === unknownName ? 'Nama belum diisi' : officer.name, from]
                .filter(Boolean)
                .join(' · '),
            },
            {
              key: 'operator',
              tone: 'ok',
              title: centre.operator,
              detail: 'Setiap perubahan dicatat dengan nama ini.',
            },
            {
              key: 'place',
              tone: 'ok',
              title: 'Data disimpan di komputer ini',
              detail: `${status.dataFolder}. Bukan di OneDrive, jaringan, atau diska yang dapat dicabut.`,
            },
            {
              key: 'clock',
              tone: 'ok',
              title: `Jam komputer: ${longDate(status.today)}, ${formatClock(status.now)} WIB`,
              detail: 'Tanggal surat dan kehadiran mengikuti jam ini. Bila salah, betulkan dulu di Windows.',
            },
            {
              key: 'calendar',
              tone: 'ok',
              title: 'Kalender 2024–2027',
              detail: 'Libur nasional dan cuti bersama menurut SKB tiga menteri, dapat diubah di Kalender.',
            },
            {
              key: 'programs',
              tone: 'ok',
              title: '8 kejuruan dengan contoh kurikulum',
              detail: 'Sesuaikan unit kompetensinya di Pengaturan.',
            },
          ]}
        />
      </Panel>
    </Box>
  )
}
